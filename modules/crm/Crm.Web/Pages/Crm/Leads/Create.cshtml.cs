using Crm.Leads;
using Crm.Permissions;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Crm.Web.Leads;

[Authorize(CrmPermissions.Leads.Create)]
public class CreateModel(ILeadAppService leads) : LeadFormModel
{
    public virtual async Task OnGetAsync() => AllChoices = await leads.GetChoicesAsync();

    public virtual async Task<IActionResult> OnPostAsync()
    {
        Input.BudgetCurrency = Budget.Currency;
        ValidateModel();
        var id = await leads.CreateAsync(Input);
        Toast(L["Lead:Created"]);
        return Redirect(CrmUrls.Lead(id));
    }
}
