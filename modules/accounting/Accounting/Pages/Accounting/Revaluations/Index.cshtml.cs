using System.Globalization;
using Accounting.Permissions;
using Accounting.Revaluations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Accounting.Web.Revaluations;

/// <summary>What customers owe in foreign currencies, by the rate of a day.</summary>
[Authorize(AccountingPermissions.Closings.Default)]
public class IndexModel(IRevaluationAppService revaluations) : AccountingPageModel
{
    [BindProperty(SupportsGet = true)] public DateOnly? On { get; set; }

    public RevaluationDto Revaluation { get; private set; } = null!;
    public bool MayRevalue { get; private set; }

    public virtual async Task<IActionResult> OnGetAsync()
    {
        On ??= Today;
        Revaluation = await revaluations.GetAsync(On.Value);
        MayRevalue = await AuthorizationService.IsGrantedAsync(AccountingPermissions.Closings.Close);
        return Page();
    }

    public virtual async Task<IActionResult> OnPostAsync()
    {
        Toast(await revaluations.RevalueAsync(new RevalueDto { On = On ?? Today }) > 0 ? L["Done:Revalued"] : L["Revaluation.NothingChanged"]);
        return ShowAgain();
    }

    public virtual async Task<IActionResult> OnPostReverseAsync(Guid id)
    {
        await revaluations.ReverseAsync(id);
        Toast(L["Done:RevaluationReversed"]);
        return ShowAgain();
    }

    /// <remarks>A day in an address is written the same whatever the reader's calendar.</remarks>
    private IActionResult ShowAgain() => RedirectToPage(new { On = On?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) });
}
