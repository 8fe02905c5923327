using Accounting.Credit;
using Accounting.Permissions;
using Kernel.Components;
using Kernel.Reading;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;
using Parties;
using Parties.Parties;
using Volo.Abp;

namespace Accounting.Web.Credit;

[Authorize(AccountingPermissions.Credit.Default)]
[Reads(AccountingPermissions.Credit.Default, Words = "q", Rows = "List.Rows")]
public class IndexModel(ICreditAppService credit, IPartyAppService parties) : AccountingPageModel
{
    [BindProperty(SupportsGet = true)] public string? Q { get; set; }
    [BindProperty(SupportsGet = true)] public string? AfterKey { get; set; }
    [BindProperty(SupportsGet = true)] public Guid? AfterId { get; set; }
    [BindProperty] public Guid? PartyId { get; set; }
    [BindProperty] public string? PartyIdText { get; set; }

    public CreditPage List { get; private set; } = null!;
    public bool MayManage { get; private set; }

    public string? NextUrl => !List.HasMore ? null : QueryHelpers.AddQueryString(AccountingUrls.Credit, new Dictionary<string, string?>
    {
        ["q"] = Q,
        ["afterKey"] = List.Rows[^1].SortKey,
        ["afterId"] = List.Rows[^1].PartyId.ToString(),
    }.Where(pair => !string.IsNullOrEmpty(pair.Value)));

    public virtual async Task<IActionResult> OnGetAsync()
    {
        List = await credit.GetListAsync(new CreditListInput { Text = Q, AfterKey = AfterKey, AfterId = AfterId });
        MayManage = await AuthorizationService.IsGrantedAsync(AccountingPermissions.Credit.Manage);
        return PageOr("_Credit");
    }

    [Reads(PartiesPermissions.Parties.Default, Words = "term")]
    public virtual async Task<IActionResult> OnGetPartyAsync(string? term) => Lookup(
        (await parties.GetLookupAsync(new PartyLookupInput { Text = term })).Select(party => new LookupItem(party.Id.ToString(), party.Name, party.Number)));

    /// <summary>Leads to the customer whose limit is to be written.</summary>
    public virtual async Task<IActionResult> OnPostAsync()
    {
        var id = PartyId ?? (string.IsNullOrWhiteSpace(PartyIdText) ? null : (await parties.GetLookupAsync(new PartyLookupInput { Text = PartyIdText })) is [var only] ? only.Id : (Guid?)null);
        return id is { } found ? Redirect(AccountingUrls.CreditOf(found)) : throw new BusinessException(AccountingErrorCodes.PartyNotChosen);
    }
}
