using System.ComponentModel.DataAnnotations;
using Accounting.Accounts;
using Accounting.Cheques;
using Accounting.Permissions;
using Kernel.Components;
using Kernel.Reading;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Parties;
using Parties.Links;
using Parties.Parties;

namespace Accounting.Web.Cheques;

[Authorize(AccountingPermissions.Cheques.Default)]
[Reads(AccountingPermissions.Cheques.Default, Id = "id")]
public class DetailsModel(IChequeAppService cheques, IAccountAppService accounts, IPartyAppService parties, PartyLinks partyLinks) : AccountingPageModel
{
    [BindProperty(SupportsGet = true)] public Guid Id { get; set; }
    [BindProperty] public MoveInput Input { get; set; } = new();

    public ChequeDto Cheque { get; private set; } = null!;

    /// <summary>Where it may go from here, the usual way first.</summary>
    public IReadOnlyList<ChequeState> Acts { get; private set; } = [];

    public IReadOnlyList<SelectListItem> AccountChoices { get; private set; } = [];
    public bool MaySeeEntries { get; private set; }
    public string? PayeeName { get; private set; }
    public string PartyUrl { get; private set; } = "";

    public virtual async Task<IActionResult> OnGetAsync()
    {
        Cheque = await cheques.GetAsync(Id);
        Input.Date = Today;
        PartyUrl = await partyLinks.PrimaryUrlAsync(Cheque.PartyId);
        MaySeeEntries = await AuthorizationService.IsGrantedAsync(AccountingPermissions.Journal.Default);
        if (await AuthorizationService.IsGrantedAsync(AccountingPermissions.Cheques.Manage))
        {
            Acts = Cheque.State switch
            {
                ChequeState.Registered => [ChequeState.InCollection, ChequeState.Spent, ChequeState.Returned],
                ChequeState.InCollection => [ChequeState.Cleared, ChequeState.Bounced],
                ChequeState.Bounced => [ChequeState.Returned],
                _ => [],
            };
        }
        if (Acts.Contains(ChequeState.InCollection))
        {
            AccountChoices = [.. (await accounts.GetCashAccountsAsync()).Select(account => new SelectListItem(account.Name, account.Id.ToString()))];
        }
        return Page();
    }

    public virtual Task<IActionResult> OnPostInCollectionAsync() =>
        ActAsync(() => cheques.DepositAsync(Id, new DepositChequeDto { Date = Input.Date, Note = Input.Note, AccountId = Input.AccountId }));

    public virtual Task<IActionResult> OnPostClearedAsync() => ActAsync(() => cheques.ClearAsync(Id, ToDto()));

    public virtual Task<IActionResult> OnPostBouncedAsync() => ActAsync(() => cheques.BounceAsync(Id, ToDto()));

    public virtual Task<IActionResult> OnPostReturnedAsync() => ActAsync(() => cheques.ReturnAsync(Id, ToDto()));

    public virtual async Task<IActionResult> OnPostSpentAsync()
    {
        if (Input.PayeeId is not { } payee)
        {
            ModelState.AddModelError("Input.PayeeId", L["Cheque.PayeeMissing"]);
            return Retry();
        }
        return await ActAsync(() => cheques.SpendAsync(Id, new SpendChequeDto { Date = Input.Date, Note = Input.Note, PayeeId = payee }));
    }

    [Reads(PartiesPermissions.Parties.Default, Words = "term")]
    public virtual async Task<IActionResult> OnGetPartyAsync(string? term) => Lookup(
        (await parties.GetLookupAsync(new PartyLookupInput { Text = term })).Select(party => new LookupItem(party.Id.ToString(), party.Name, party.Number)));

    private async Task<IActionResult> ActAsync(Func<Task> act)
    {
        ValidateModel();
        await act();
        Toast(L["Done:ChequeMoved"]);
        return Redirect(AccountingUrls.Cheque(Id));
    }

    private MoveChequeDto ToDto() => new() { Date = Input.Date, Note = Input.Note };

    public class MoveInput
    {
        public DateOnly Date { get; set; }

        [StringLength(ChequeConsts.MaxNoteLength)]
        public string? Note { get; set; }

        public Guid? AccountId { get; set; }
        public Guid? PayeeId { get; set; }
    }
}
