using Crm.Assignment;
using Crm.Choices;
using Crm.Permissions;
using Kernel.Texts;
using Kernel.Users;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Volo.Abp.Users;

namespace Crm.Web.Settings;

/// <summary>Which new leads go to whom.</summary>
[Authorize(CrmPermissions.SellingSettings.Default)]
public class AssignmentModel(IAssignmentAppService rules, IChoiceAppService choices, IExternalUserLookupServiceProvider users) : CrmPageModel
{
    private const int MaxUsers = 200;

    public IReadOnlyList<AssignmentRuleDto> List { get; private set; } = [];
    public CreateAssignmentRuleDto New { get; private set; } = new();
    public IReadOnlyList<SelectListItem> Sources { get; private set; } = [];
    public IReadOnlyList<(Guid Id, string Name)> Users { get; private set; } = [];

    public string Describe(AssignmentRuleDto rule) => string.Join(" · ", new[]
    {
        rule.Source is null ? null : L["Assign:OnlySource", rule.Source].Value, rule.Place is null ? null : L["Assign:OnlyPlace", rule.Place].Value,
        L["Enum:AssignmentMode." + rule.Mode].Value, rule.Members.Select(NameOf).Listed(), rule.Substitute is { } substitute ? L["Assign:ElseTo", NameOf(substitute)].Value : null,
        L["Assign:Within", Display.Number(rule.AnswerMinutes)].Value,
    }.OfType<string>());

    public IEnumerable<SelectListItem> Substitutes => Users.Select(user => new SelectListItem(user.Name, user.Id.ToString()));

    private string NameOf(AssignmentMemberDto member) => member.IsAway ? L["Assign:Away", member.Name].Value : member.Name;

    public virtual async Task<IActionResult> OnGetAsync()
    {
        List = await rules.GetListAsync();
        Sources = [.. (await choices.GetListAsync()).Where(choice => choice.Kind == ChoiceKind.LeadSource && !choice.IsRetired).Select(choice => new SelectListItem(choice.Name, choice.Id.ToString()))];
        Users = [.. (await users.SearchAsync(maxResultCount: MaxUsers)).Select(user => (user.Id, user.FullName() ?? user.UserName)).OrderBy(user => user.Item2)];
        return PageOr("_Assignment");
    }

    public virtual async Task<IActionResult> OnPostNewAsync([FromForm(Name = nameof(New))] CreateAssignmentRuleDto rule)
    {
        ValidateModel();
        await rules.CreateAsync(rule);
        return Done();
    }

    public virtual async Task<IActionResult> OnPostDeleteAsync(Guid id)
    {
        await rules.DeleteAsync(id);
        return Done();
    }

    public virtual async Task<IActionResult> OnPostUpAsync(Guid id)
    {
        await rules.MoveUpAsync(id);
        return Done();
    }

    private RedirectToPageResult Done()
    {
        Toast(L["Saved"]);
        return RedirectToPage();
    }
}
