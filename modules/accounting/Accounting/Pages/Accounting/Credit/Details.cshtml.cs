using Accounting.Credit;
using Accounting.Permissions;
using Kernel.Monetary;
using Kernel.Reading;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Parties.Links;

namespace Accounting.Web.Credit;

/// <summary>One customer's limit: what he stands for, part by part, and what was let pass.</summary>
[Authorize(AccountingPermissions.Credit.Default)]
[Reads(AccountingPermissions.Credit.Default, Id = "partyId")]
public class DetailsModel(ICreditAppService credit, PartyLinks links) : AccountingPageModel
{
    [BindProperty(SupportsGet = true)] public Guid PartyId { get; set; }
    [BindProperty] public LimitInput Input { get; set; } = new();

    public CreditDto Credit { get; private set; } = null!;
    public IReadOnlyList<SelectListItem> PolicyChoices { get; private set; } = [];
    public bool MayManage { get; private set; }
    public string PartyUrl { get; private set; } = "";
    public string Currency => Credit.Limit?.Currency ?? Currencies.Rial;

    public virtual async Task<IActionResult> OnGetAsync()
    {
        Credit = await credit.GetOfPartyAsync(PartyId);
        MayManage = await AuthorizationService.IsGrantedAsync(AccountingPermissions.Credit.Manage);
        PartyUrl = await links.PrimaryUrlAsync(PartyId);
        PolicyChoices = [.. (await credit.GetPoliciesAsync()).Select(policy => new SelectListItem(policy.Name, policy.Id.ToString()))];
        Input = new LimitInput { Limit = Credit.Limit?.ToDecimal(), PolicyId = Credit.ChosenPolicyId };
        return Page();
    }

    public virtual async Task<IActionResult> OnPostAsync()
    {
        ValidateModel();
        var currency = (await credit.GetOfPartyAsync(PartyId)).Limit?.Currency ?? Currencies.Rial;
        await credit.SetLimitAsync(PartyId, new SetCreditLimitDto { Limit = Input.Limit ?? 0, Currency = currency, PolicyId = Input.PolicyId });
        Toast(L["Done:Saved"]);
        return RedirectToPage(new { PartyId });
    }

    public virtual async Task<IActionResult> OnPostDeleteAsync()
    {
        await credit.DeleteLimitAsync(PartyId);
        Toast(L["Credit.Removed"]);
        return RedirectToPage(new { PartyId });
    }

    public class LimitInput
    {
        [System.ComponentModel.DataAnnotations.Required] public decimal? Limit { get; set; }
        public Guid? PolicyId { get; set; }
    }
}
