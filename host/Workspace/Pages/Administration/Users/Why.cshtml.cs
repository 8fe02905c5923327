using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Volo.Abp.Authorization.Permissions;
using Volo.Abp.Identity;
using Workspace.Administration.Permissions;
using Workspace.Administration.Users;
using Workspace.Administration.Why;

namespace Workspace.Pages.Administration.Users;

[Authorize(IdentityPermissions.Users.ManagePermissions)]
public class WhyModel(UserAppService users, WhyAppService why, RightsCatalog catalog, IIdentityRoleRepository roles) : AdministrationPageModel
{
    [BindProperty(SupportsGet = true)] public Guid Id { get; set; }

    /// <summary>A permission, or one of several levels: the right's key.</summary>
    [BindProperty(SupportsGet = true)] public string? Permission { get; set; }

    public UserDetails Known { get; private set; } = null!;
    public IReadOnlyList<RightGroup> Groups { get; private set; } = [];
    public Right? Right { get; private set; }
    public IReadOnlyList<PermissionAnswer> Answers { get; private set; } = [];
    public IReadOnlyList<IdentityRole> Roles { get; private set; } = [];

    /// <summary>From 0: what the levels that are granted amount to.</summary>
    public int Level => Answers.Count == 0 ? 0 : Answers.ToList().FindLastIndex(answer => answer.IsGranted) + (Right!.Kind == RightKind.Records ? 0 : 1);
    public bool IsAllowed => Answers.Any(answer => answer.IsGranted);

    public virtual async Task<IActionResult> OnGetAsync()
    {
        Known = await users.GetAsync(Id);
        Groups = await catalog.GetAsync(UserPermissionValueProvider.ProviderName);
        Right = Groups.SelectMany(group => group.Rights).FirstOrDefault(right => right.Key == Permission || right.Steps.Contains(Permission ?? ""));
        if (Right is not null)
        {
            Answers = await why.GetAsync(Id, Right);
            Roles = await roles.GetListAsync(sorting: nameof(IdentityRole.Name));
        }
        return Page();
    }

    public string Name(Right right) => right.Kind == RightKind.Records ? L["Rights:RecordsOf", Groups.SelectMany(group => group.Rights).First(parent => parent.Key == right.Above[^1]).Text] : right.Text;

    /// <summary>The unit that brings the role, if it is not his own.</summary>
    public RoleOfUnit? UnitOf(string? role) => Known.Roles.Contains(role) ? null : Known.UnitRoles.FirstOrDefault(through => through.Role == role);

    /// <summary>Where to change it; null where that is not on these pages.</summary>
    public string? Where(Reason reason) => reason.Kind switch
    {
        ReasonKind.Role when Roles.FirstOrDefault(role => role.Name == reason.Who) is { } role => Url.Page("/Administration/Permissions/Index", new { Roles = role.Id, Q = Right!.Above.LastOrDefault() ?? Right.Key }),
        ReasonKind.Own or ReasonKind.Nothing => Url.Page("Permissions", new { Id, Q = Right!.Above.LastOrDefault() ?? Right.Key }),
        _ => null,
    };
}
