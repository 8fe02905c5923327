using Accounting.Permissions;
using Accounting.Receipts;
using Invoicing.Invoices;
using Kernel.Reading;
using Kernel.Rights;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Parties.Links;
using Volo.Abp.Uow;

namespace Accounting.Web.Receipts;

[Authorize(AccountingPermissions.Receipts.Default)]
[Reads(AccountingPermissions.Receipts.Default, Id = "id")]
public class DetailsModel(IReceiptAppService receipts, IInvoiceSettlement invoices, Reveals reveals, PartyLinks partyLinks) : AccountingPageModel
{
    [BindProperty(SupportsGet = true)] public Guid Id { get; set; }
    [BindProperty] public AllocationsInput Input { get; set; } = new();

    public ReceiptDto Receipt { get; private set; } = null!;

    /// <summary>What is left of the receipt can be allocated to these.</summary>
    public IReadOnlyList<OpenInvoiceDto> Open { get; private set; } = [];

    public bool MayReverse { get; private set; }

    /// <summary>What is left of it can be paid back.</summary>
    public bool MayPayBack { get; private set; }

    public bool MaySeeEntry { get; private set; }
    public string PartyUrl { get; private set; } = "";

    public virtual async Task<IActionResult> OnGetAsync()
    {
        Receipt = await receipts.GetAsync(Id);
        PartyUrl = await partyLinks.PrimaryUrlAsync(Receipt.PartyId);
        MaySeeEntry = await AuthorizationService.IsGrantedAsync(AccountingPermissions.Journal.Default);
        MayPayBack = Receipt is { Unallocated.IsPositive: true, Amounts: FieldAccess.Changeable } && await AuthorizationService.IsGrantedAsync(AccountingPermissions.Refunds.Create);
        MayReverse = Receipt is { State: ReceiptState.Posted, ChequeId: null } && await AuthorizationService.IsGrantedAsync(AccountingPermissions.Receipts.Reverse);
        if (Receipt is { Unallocated: { IsPositive: true } unallocated, Amounts: FieldAccess.Changeable } && await AuthorizationService.IsGrantedAsync(AccountingPermissions.Receipts.Create))
        {
            Open = [.. (await invoices.GetOpenAsync(Receipt.PartyId)).Where(invoice => invoice.Open.Currency == unallocated.Currency)];
            Input.Allocations = AllocationsInput.Suggest(Open, unallocated);
        }
        return Page();
    }

    [UnitOfWork(isTransactional: false)] // so that the ledger has a transaction of its own
    public virtual Task<IActionResult> OnPostRevealAsync() => reveals.ShowAsync(AccountingPermissions.Receipts.Amounts, Id, OnGetAsync);

    public virtual async Task<IActionResult> OnPostAllocateAsync()
    {
        ValidateModel();
        await receipts.AllocateAsync(Id, Input.ToDto());
        Toast(L["Done:Allocated"]);
        return Redirect(AccountingUrls.Receipt(Id));
    }

    public virtual async Task<IActionResult> OnPostReverseAsync()
    {
        await receipts.ReverseAsync(Id);
        Toast(L["Done:Reversed"]);
        return Redirect(AccountingUrls.Receipt(Id));
    }
}
