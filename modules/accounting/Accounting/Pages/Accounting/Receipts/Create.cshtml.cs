using System.ComponentModel.DataAnnotations;
using Accounting.Accounts;
using Accounting.Cheques;
using Accounting.Permissions;
using Accounting.Receipts;
using Invoicing.Invoices;
using Kernel.Components;
using Kernel.Monetary;
using Kernel.Reading;
using Kernel.Rights;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Parties;
using Parties.Parties;

namespace Accounting.Web.Receipts;

/// <summary>First the party, then the money and which of the party's open invoices it pays.</summary>
[Authorize(AccountingPermissions.Receipts.Create)]
public class CreateModel(
    IReceiptAppService receipts, IAccountAppService accounts, IInvoiceSettlement invoices, IPartyAppService parties, IPartyReader partyReader, IRights rights)
    : AccountingPageModel
{
    [BindProperty(SupportsGet = true)] public Guid? PartyId { get; set; }

    /// <summary>What was typed where script did not choose a party.</summary>
    [BindProperty(SupportsGet = true)] public string? PartyIdText { get; set; }

    /// <summary>Of the money and of the invoices shown; the first open invoice's when left out.</summary>
    [BindProperty(SupportsGet = true)] public string? Currency { get; set; }

    [BindProperty] public ReceiptInput Input { get; set; } = new();

    public string PartyName { get; private set; } = "";
    public IReadOnlyList<OpenInvoiceDto> Open { get; private set; } = [];
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
            Input.Allocations = AllocationsInput.Suggest(Open, money: null);
        }
        return Page();
    }

    public virtual async Task<IActionResult> OnPostAsync()
    {
        ValidateModel();
        var id = await receipts.CreateAsync(new CreateReceiptDto
        {
            PartyId = PartyId!.Value,
            Date = Input.Date,
            Method = Input.Method,
            Amount = Input.Amount ?? 0,
            Currency = Currency!,
            AccountId = Input.AccountId,
            Note = Input.Note,
            Iban = Input.Iban,
            Cheque = Input.Method == ReceiptMethod.Cheque ? Input.Cheque : null,
            Allocations = Input.ToDto(),
        });
        Toast(L["Done:Created"]);
        return Redirect(AccountingUrls.Receipt(id));
    }

    /// <summary>Fills in the allocations, the earliest due first; saves nothing.</summary>
    public virtual async Task<IActionResult> OnPostSuggestAsync()
    {
        await LoadAsync();
        Input.Allocations = AllocationsInput.Suggest(Open, Input.Amount is { } amount ? Money.Of(amount, Currency!) : null);
        foreach (var key in ModelState.Keys.Where(key => key.StartsWith("Input.Allocations", StringComparison.Ordinal)).ToList())
        {
            ModelState.Remove(key); // else what was typed there is shown again
        }
        return Page();
    }

    [Reads(PartiesPermissions.Parties.Default, Words = "term")]
    public virtual async Task<IActionResult> OnGetPartyAsync(string? term) => Lookup(
        (await parties.GetLookupAsync(new PartyLookupInput { Text = term })).Select(party => new LookupItem(party.Id.ToString(), party.Name, party.Number)));

    private async Task LoadAsync()
    {
        PartyName = (await partyReader.GetCardAsync(PartyId!.Value)).Name;
        var open = await invoices.GetOpenAsync(PartyId.Value);
        Currency ??= open.FirstOrDefault()?.Open.Currency ?? Currencies.Rial;
        Open = [.. open.Where(invoice => invoice.Open.Currency == Currency)];
        OtherCurrencies = [.. open.Select(invoice => invoice.Open.Currency).Distinct().Where(currency => currency != Currency)];
        AccountChoices = [.. (await accounts.GetCashAccountsAsync()).Select(account => new SelectListItem(account.Name, account.Id.ToString()))];
    }

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

    public class ReceiptInput : AllocationsInput
    {
        [Required]
        public decimal? Amount { get; set; }

        public DateOnly Date { get; set; }
        public ReceiptMethod Method { get; set; } = ReceiptMethod.Transfer;
        public Guid? AccountId { get; set; }

        /// <summary>Of a transfer; else left empty.</summary>
        [StringLength(40)]
        public string? Iban { get; set; }

        /// <summary>Of a payment by cheque; else left empty.</summary>
        public ChequeInput Cheque { get; set; } = new();

        [StringLength(ReceiptConsts.MaxNoteLength)]
        public string? Note { get; set; }
    }
}
