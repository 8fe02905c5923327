using Accounting.Credit;
using Accounting.Permissions;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Parties.Parties;
using Volo.Abp.Domain.Entities;

namespace Accounting.Web.Credit;

[Authorize(AccountingPermissions.Credit.Default)]
public class PoliciesModel(ICreditAppService credit, IPartyReader parties) : AccountingPageModel
{
    /// <summary>The policy that is written again; null for a new one.</summary>
    [BindProperty(SupportsGet = true)] public Guid? Id { get; set; }

    [BindProperty] public CreditPolicyInput Input { get; set; } = new();

    public IReadOnlyList<CreditPolicyDto> Policies { get; private set; } = [];
    public IReadOnlyList<string> Groups { get; private set; } = [];

    /// <summary>Of the policy that is written again.</summary>
    public bool IsDefault { get; private set; }
    public bool MayManage { get; private set; }

    public string PartsOf(CreditPolicyDto policy) => string.Join(L["Comma"], new[]
    {
        policy.CountsQuotes ? CreditPart.Quotes : 0, policy.CountsOrders ? CreditPart.Orders : 0, policy.CountsDeliveries ? CreditPart.Deliveries : 0, CreditPart.Invoices, policy.CountsCheques ? CreditPart.Cheques : 0,
    }.Where(part => part != 0).Select(part => L["Enum:CreditPart." + part].Value));

    public virtual async Task<IActionResult> OnGetAsync()
    {
        Policies = await credit.GetPoliciesAsync();
        MayManage = await AuthorizationService.IsGrantedAsync(AccountingPermissions.Credit.Manage);
        Groups = await parties.GetGroupsAsync();
        if (Id is { } id)
        {
            var policy = Policies.FirstOrDefault(one => one.Id == id) ?? throw new EntityNotFoundException(typeof(CreditPolicy), id);
            IsDefault = policy.IsDefault;
            Input = new CreditPolicyInput
            {
                Name = policy.Name, Group = policy.Group, CountsQuotes = policy.CountsQuotes, CountsOrders = policy.CountsOrders,
                CountsDeliveries = policy.CountsDeliveries, CountsCheques = policy.CountsCheques, Action = policy.Action,
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
