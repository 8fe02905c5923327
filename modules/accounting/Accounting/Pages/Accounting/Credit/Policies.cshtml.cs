using Accounting.Credit;
using Accounting.Permissions;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Volo.Abp.Domain.Entities;

namespace Accounting.Web.Credit;

[Authorize(AccountingPermissions.Credit.Default)]
public class PoliciesModel(ICreditAppService credit) : AccountingPageModel
{
    /// <summary>The policy that is written again; null for a new one.</summary>
    [BindProperty(SupportsGet = true)] public Guid? Id { get; set; }

    [BindProperty] public CreditPolicyInput Input { get; set; } = new();

    public IReadOnlyList<CreditPolicyDto> Policies { get; private set; } = [];
    public bool MayManage { get; private set; }

    public string PartsOf(CreditPolicyDto policy) => string.Join(L["Comma"], new[]
    {
        policy.CountsQuotes ? CreditPart.Quotes : 0, policy.CountsOrders ? CreditPart.Orders : 0, CreditPart.Invoices, policy.CountsCheques ? CreditPart.Cheques : 0,
    }.Where(part => part != 0).Select(part => L["Enum:CreditPart." + part].Value));

    public virtual async Task<IActionResult> OnGetAsync()
    {
        Policies = await credit.GetPoliciesAsync();
        MayManage = await AuthorizationService.IsGrantedAsync(AccountingPermissions.Credit.Manage);
        if (Id is { } id)
        {
            var policy = Policies.FirstOrDefault(one => one.Id == id) ?? throw new EntityNotFoundException(typeof(CreditPolicy), id);
            Input = new CreditPolicyInput
            {
                Name = policy.Name, CountsQuotes = policy.CountsQuotes, CountsOrders = policy.CountsOrders, CountsCheques = policy.CountsCheques, Action = policy.Action,
            };
        }
        return Page();
    }

    public virtual async Task<IActionResult> OnPostAsync()
    {
        ValidateModel();
        await (Id is { } id ? credit.UpdatePolicyAsync(id, Input) : credit.CreatePolicyAsync(Input));
        Toast(L["Done:Saved"]);
        return Redirect(AccountingUrls.CreditPolicies);
    }
}
