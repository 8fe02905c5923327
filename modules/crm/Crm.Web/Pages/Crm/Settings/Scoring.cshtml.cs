using Crm.Permissions;
using Crm.Scoring;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Crm.Web.Settings;

/// <summary>What of a lead is worth how many points.</summary>
[Authorize(CrmPermissions.SellingSettings.Default)]
public class ScoringModel(IScoringAppService scoring) : CrmPageModel
{
    public IReadOnlyList<ScoreRuleDto> List { get; private set; } = [];
    public IReadOnlyList<ScoreSubjectDto> Subjects { get; private set; } = [];
    public CreateScoreRuleDto New { get; private set; } = new();

    public string Signed(double points) => (points > 0 ? "+" : "−") + Display.Number((decimal)Math.Round(Math.Abs(points)));

    public virtual async Task<IActionResult> OnGetAsync()
    {
        List = await scoring.GetListAsync();
        Subjects = await scoring.GetSubjectsAsync();
        return PageOr("_Scoring");
    }

    /// <param name="column">A further column of an import, in place of what was chosen.</param>
    public virtual async Task<IActionResult> OnPostNewAsync([FromForm(Name = nameof(New))] CreateScoreRuleDto rule, string? column)
    {
        rule.Subject = string.IsNullOrWhiteSpace(column) ? rule.Subject : column;
        ValidateModel();
        await scoring.CreateAsync(rule);
        return Done();
    }

    public virtual async Task<IActionResult> OnPostDeleteAsync(Guid id)
    {
        await scoring.DeleteAsync(id);
        return Done();
    }

    private RedirectToPageResult Done()
    {
        Toast(L["Score:Rescored"]);
        return RedirectToPage();
    }
}
