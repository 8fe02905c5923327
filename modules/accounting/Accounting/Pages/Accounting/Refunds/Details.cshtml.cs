using Accounting.Permissions;
using Accounting.Refunds;
using Kernel.Reading;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Parties.Links;

namespace Accounting.Web.Refunds;

[Authorize(AccountingPermissions.Refunds.Default)]
[Reads(AccountingPermissions.Refunds.Default, Id = "id")]
public class DetailsModel(IRefundAppService refunds, PartyLinks partyLinks) : AccountingPageModel
{
    [BindProperty(SupportsGet = true)] public Guid Id { get; set; }

    public RefundDto Refund { get; private set; } = null!;
    public bool MayReverse { get; private set; }
    public bool MaySeeEntry { get; private set; }
    public string PartyUrl { get; private set; } = "";

    public virtual async Task<IActionResult> OnGetAsync()
    {
        Refund = await refunds.GetAsync(Id);
        PartyUrl = await partyLinks.PrimaryUrlAsync(Refund.PartyId);
        MaySeeEntry = await AuthorizationService.IsGrantedAsync(AccountingPermissions.Journal.Default);
        MayReverse = Refund.State == RefundState.Posted && await AuthorizationService.IsGrantedAsync(AccountingPermissions.Refunds.Reverse);
        return Page();
    }

    public virtual async Task<IActionResult> OnPostReverseAsync()
    {
        await refunds.ReverseAsync(Id);
        Toast(L["Done:RefundReversed"]);
        return Redirect(AccountingUrls.Refund(Id));
    }
}
