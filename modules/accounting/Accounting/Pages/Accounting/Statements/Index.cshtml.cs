using System.ComponentModel.DataAnnotations;
using Accounting.Permissions;
using Accounting.Receivables;
using Accounting.StatementMails;
using Kernel.Calendars;
using Kernel.Reading;
using Kernel.Rights;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.WebUtilities;
using Parties.Links;
using Parties.Parties;

namespace Accounting.Web.Statements;

/// <summary>A party's account, to print or to check: without days given the fiscal year up to today.</summary>
[Authorize(AccountingPermissions.Receivables.Default)]
[Reads(AccountingPermissions.Receivables.Default, Id = "partyId")]
public class IndexModel(IReceivablesAppService receivables, IStatementMailAppService mails, IPartyReader partyReader, PartyLinks partyLinks) : AccountingPageModel
{
    [BindProperty(SupportsGet = true)] public Guid PartyId { get; set; }
    [BindProperty(SupportsGet = true)] public DateOnly? From { get; set; }
    [BindProperty(SupportsGet = true)] public DateOnly? To { get; set; }
    [BindProperty(SupportsGet = true)] public string? Currency { get; set; }

    /// <summary>A statement that was sent, whose days and currency are shown.</summary>
    [BindProperty(SupportsGet = true)] public Guid? MailId { get; set; }

    [BindProperty] public MailInput Mail { get; set; } = new();

    public bool MaySend { get; private set; }

    /// <summary>The newest that were sent, or wait.</summary>
    public IReadOnlyList<StatementMailDto> Mails { get; private set; } = [];

    public IEnumerable<SelectListItem> LanguageChoices => ((string[])["fa", "en"]).Select(language => new SelectListItem(L["Language:" + language], language));

    public StatementDto Statement { get; private set; } = null!;
    public IReadOnlyList<BalanceProof> Proof { get; private set; } = [];
    public string PartyUrl { get; private set; } = "";
    public IEnumerable<SelectListItem> CurrencyChoices => Statement.Currencies.Select(currency => new SelectListItem(Display.Unit(currency), currency));

    public virtual async Task<IActionResult> OnGetAsync()
    {
        if (MailId is { } mailId)
        {
            var sent = await mails.GetAsync(mailId);
            (From, To, Currency) = (sent.From, sent.To, sent.Currency);
        }
        var (from, to) = ChooseDays();
        Statement = await receivables.GetStatementAsync(new StatementInput { PartyId = PartyId, Currency = Currency, From = from, To = to });
        Currency = Statement.Currency;
        PartyUrl = await partyLinks.PrimaryUrlAsync(PartyId);
        Proof = await receivables.GetProofAsync(PartyId);
        Mails = await mails.GetOfPartyAsync(PartyId);
        MaySend = await AuthorizationService.IsGrantedAsync(AccountingPermissions.Receivables.Send);
        if (MaySend)
        {
            var card = await partyReader.GetCardAsync(PartyId);
            Mail.Email ??= card.Access.Email >= FieldAccess.Visible ? card.Email : null;
            Mail.Language ??= Display.Language;
        }
        return Page();
    }

    /// <summary>Sends what is shown.</summary>
    public virtual async Task<IActionResult> OnPostSendAsync()
    {
        ValidateModel();
        var (from, to) = ChooseDays();
        await mails.SendAsync(new SendStatementDto
        {
            PartyId = PartyId, From = from, To = to, Currency = Currency ?? "", Email = Mail.Email!, Language = Mail.Language!, Message = Mail.Message,
        });
        Toast(L["Done:StatementQueued"]);
        return Redirect(QueryHelpers.AddQueryString(AccountingUrls.Statement(PartyId), new Dictionary<string, string?>
        {
            ["from"] = Display.DateInput(from), ["to"] = Display.DateInput(to), ["currency"] = Currency,
        }));
    }

    private (DateOnly From, DateOnly To) ChooseDays()
    {
        To ??= Today;
        From ??= JalaliCalendar.ToDate(JalaliCalendar.FromDate(To.Value).Year, 1, 1);
        return (From.Value, To.Value);
    }

    public class MailInput
    {
        [Required, StringLength(254)]
        public string? Email { get; set; }

        [Required]
        public string? Language { get; set; }

        [StringLength(StatementMailConsts.MaxMessageLength)]
        public string? Message { get; set; }
    }
}
