using Accounting.Permissions;
using Accounting.Receivables;
using Kernel.Calendars;
using Kernel.Reading;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Parties.Links;

namespace Accounting.Web.Statements;

/// <summary>A party's account, to print or to check: without days given the fiscal year up to today.</summary>
[Authorize(AccountingPermissions.Receivables.Default)]
[Reads(AccountingPermissions.Receivables.Default, Id = "partyId")]
public class IndexModel(IReceivablesAppService receivables, PartyLinks partyLinks) : AccountingPageModel
{
    [BindProperty(SupportsGet = true)] public Guid PartyId { get; set; }
    [BindProperty(SupportsGet = true)] public DateOnly? From { get; set; }
    [BindProperty(SupportsGet = true)] public DateOnly? To { get; set; }
    [BindProperty(SupportsGet = true)] public string? Currency { get; set; }

    public StatementDto Statement { get; private set; } = null!;
    public IReadOnlyList<BalanceProof> Proof { get; private set; } = [];
    public string PartyUrl { get; private set; } = "";
    public IEnumerable<SelectListItem> CurrencyChoices => Statement.Currencies.Select(currency => new SelectListItem(Display.Unit(currency), currency));

    public virtual async Task<IActionResult> OnGetAsync()
    {
        To ??= Today;
        From ??= JalaliCalendar.ToDate(JalaliCalendar.FromDate(To.Value).Year, 1, 1);
        Statement = await receivables.GetStatementAsync(new StatementInput { PartyId = PartyId, Currency = Currency, From = From.Value, To = To.Value });
        Currency = Statement.Currency;
        PartyUrl = await partyLinks.PrimaryUrlAsync(PartyId);
        Proof = await receivables.GetProofAsync(PartyId);
        return Page();
    }
}
