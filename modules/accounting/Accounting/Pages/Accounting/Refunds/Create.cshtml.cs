using System.ComponentModel.DataAnnotations;
using Accounting.Accounts;
using Accounting.Permissions;
using Accounting.Refunds;
using Kernel.Components;
using Kernel.Monetary;
using Kernel.Reading;
using Kernel.Rights;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Parties;
using Parties.Parties;

namespace Accounting.Web.Refunds;

/// <summary>First the party, then how much of which of its credits is paid back, and how.</summary>
[Authorize(AccountingPermissions.Refunds.Create)]
public class CreateModel(IRefundAppService refunds, IAccountAppService accounts, IPartyAppService parties, IPartyReader partyReader, IRights rights) : AccountingPageModel
{
    [BindProperty(SupportsGet = true)] public Guid? PartyId { get; set; }

    /// <summary>What was typed where script did not choose a party.</summary>
    [BindProperty(SupportsGet = true)] public string? PartyIdText { get; set; }

    /// <summary>What the reader came from is filled in whole.</summary>
    [BindProperty(SupportsGet = true)] public Guid? ReceiptId { get; set; }
    [BindProperty(SupportsGet = true)] public Guid? InvoiceId { get; set; }

    /// <summary>Of the credits shown; that of what the reader came from when left out.</summary>
    [BindProperty(SupportsGet = true)] public string? Currency { get; set; }

    [BindProperty] public RefundInput Input { get; set; } = new();

    public string PartyName { get; private set; } = "";
    public IReadOnlyList<PartyCreditDto> Credits { get; private set; } = [];
    public IReadOnlyList<string> OtherCurrencies { get; private set; } = [];
    public IReadOnlyList<SelectListItem> AccountChoices { get; private set; } = [];

    public virtual async Task<IActionResult> OnGetAsync()
    {
        if (await rights.GetAccessAsync(AccountingPermissions.Receipts.Amounts) < FieldAccess.Changeable)
        {
            return Forbid();
        }
        if (PartyId is null && !string.IsNullOrWhiteSpace(PartyIdText))
        {
            await FindPartyAsync(PartyIdText);
        }
        if (PartyId is not null)
        {
            await LoadAsync();
            Input.Date = Today;
            foreach (var credit in Credits)
            {
                var amount = Credits.Count == 1 || IsMeant(credit) ? credit.Left.ToDecimal() : (decimal?)null;
                if (credit.ReceiptId is { } receipt) { Input.Receipts[receipt] = amount; } else { Input.Invoices[credit.InvoiceId!.Value] = amount; }
            }
        }
        return Page();
    }

    public virtual async Task<IActionResult> OnPostAsync()
    {
        ValidateModel();
        var id = await refunds.CreateAsync(new CreateRefundDto
        {
            PartyId = PartyId!.Value,
            Date = Input.Date,
            Method = Input.Method,
            Currency = Currency!,
            AccountId = Input.AccountId,
            Iban = Input.Iban,
            Note = Input.Note,
            Parts = Input.ToDto(),
        });
        Toast(L["Done:Refunded"]);
        return Redirect(AccountingUrls.Refund(id));
    }

    [Reads(PartiesPermissions.Parties.Default, Words = "term")]
    public virtual async Task<IActionResult> OnGetPartyAsync(string? term) => Lookup(
        (await parties.GetLookupAsync(new PartyLookupInput { Text = term })).Select(party => new LookupItem(party.Id.ToString(), party.Name, party.Number)));

    private async Task LoadAsync()
    {
        PartyName = (await partyReader.GetCardAsync(PartyId!.Value)).Name;
        var all = await refunds.GetCreditsAsync(PartyId.Value);
        Currency ??= (all.Find(IsMeant) ?? all.FirstOrDefault())?.Left.Currency ?? Currencies.Rial;
        Credits = [.. all.Where(credit => credit.Left.Currency == Currency)];
        OtherCurrencies = [.. all.Select(credit => credit.Left.Currency).Distinct().Where(currency => currency != Currency)];
        AccountChoices = [.. (await accounts.GetCashAccountsAsync()).Select(account => new SelectListItem(account.Name, account.Id.ToString()))];
    }

    private bool IsMeant(PartyCreditDto credit) =>
        (ReceiptId is not null && credit.ReceiptId == ReceiptId) || (InvoiceId is not null && credit.InvoiceId == InvoiceId);

    private async Task FindPartyAsync(string typed)
    {
        if (await parties.GetLookupAsync(new PartyLookupInput { Text = typed }) is [var party])
        {
            PartyId = party.Id;
        }
        else
        {
            ModelState.AddModelError(nameof(PartyIdText), L["PartyUnclear", typed]);
        }
    }

    public class RefundInput
    {
        /// <summary>How much of which receipt is paid back, by its id: others may be spent, or come, while the form lies open.</summary>
        public Dictionary<Guid, decimal?> Receipts { get; set; } = [];

        /// <summary>How much of the credit on which invoice, by its id.</summary>
        public Dictionary<Guid, decimal?> Invoices { get; set; } = [];

        public DateOnly Date { get; set; }
        public RefundMethod Method { get; set; } = RefundMethod.Transfer;
        public Guid? AccountId { get; set; }

        [StringLength(40)]
        public string? Iban { get; set; }

        [StringLength(RefundConsts.MaxNoteLength)]
        public string? Note { get; set; }

        public List<RefundPartInput> ToDto() =>
        [
            .. Receipts.Where(one => one.Value is > 0 or < 0).Select(one => new RefundPartInput { ReceiptId = one.Key, Amount = one.Value!.Value }),
            .. Invoices.Where(one => one.Value is > 0 or < 0).Select(one => new RefundPartInput { InvoiceId = one.Key, Amount = one.Value!.Value }),
        ];
    }
}
