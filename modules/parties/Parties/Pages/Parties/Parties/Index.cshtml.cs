using Kernel.Reading;
using Kernel.Web;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Parties.Links;
using Parties.Parties;

namespace Parties.Web;

[Authorize(PartiesPermissions.Parties.Default)]
[Reads(PartiesPermissions.Parties.Default, Words = nameof(Q), Rows = nameof(Rows))]
public class IndexModel(IPartyAppService parties, IPartyReader reader, PartyLinks links) : PartiesPageModel
{
    [BindProperty(SupportsGet = true)] public string? Q { get; set; }
    [BindProperty(SupportsGet = true)] public string? Role { get; set; }
    [BindProperty(SupportsGet = true)] public PartyKind? Kind { get; set; }
    [BindProperty(SupportsGet = true)] public string? Group { get; set; }
    [BindProperty(SupportsGet = true)] public string? AfterKey { get; set; }
    [BindProperty(SupportsGet = true)] public Guid? AfterId { get; set; }

    /// <summary>The party that was deleted a moment ago and may come back.</summary>
    [BindProperty(SupportsGet = true)] public Guid? Deleted { get; set; }

    public IReadOnlyList<PartyListRow> Rows { get; private set; } = [];
    public string? NextUrl { get; private set; }
    public bool IsSomeOfMany { get; private set; }
    public PartyNameDto? DeletedParty { get; private set; }
    public bool CanCreate { get; private set; }
    public bool CanExport { get; private set; }
    public PartyLinks Links => links;
    public bool IsFiltered => !string.IsNullOrWhiteSpace(Q) || !string.IsNullOrEmpty(Role) || Kind is not null || !string.IsNullOrEmpty(Group);
    public IEnumerable<SelectListItem> Roles => PartyRoles.All.Select(role => new SelectListItem(L["Role:" + role], role));
    public IEnumerable<SelectListItem> Groups { get; private set; } = [];

    public virtual async Task<IActionResult> OnGetAsync()
    {
        var page = await parties.GetListAsync(new PartyListInput
        {
            Text = Q, Role = Role, Kind = Kind, Group = Group, AfterKey = AfterKey, AfterId = AfterId
        });
        (Rows, IsSomeOfMany) = (page.Rows, page.Stopped);
        NextUrl = page.HasMore && Rows[^1] is var last
            ? Url.Page("Index", new { Q, Role, Kind, Group, AfterKey = last.SortKey, AfterId = last.Id })
            : null;
        if (!Request.IsForFragment()) // the filter is not drawn anew
        {
            Groups = (await reader.GetGroupsAsync()).ConvertAll(group => new SelectListItem(group, group));
        }
        CanCreate = await AuthorizationService.IsGrantedAsync(PartiesPermissions.Parties.Create);
        CanExport = await AuthorizationService.IsGrantedAsync(PartiesPermissions.Parties.Export);
        if (Deleted is { } id && await AuthorizationService.IsGrantedAsync(PartiesPermissions.Parties.Delete))
        {
            DeletedParty = (await reader.GetNamesAsync([id])).SingleOrDefault();
        }
        return PageOr("_List");
    }

    public virtual async Task<IActionResult> OnPostRestoreAsync(Guid id)
    {
        await parties.RestoreAsync(id);
        return RedirectToPage("Details", new { id });
    }
}
