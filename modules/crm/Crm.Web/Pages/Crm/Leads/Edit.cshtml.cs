using Crm.Leads;
using Crm.Permissions;
using Kernel.Reading;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Crm.Web.Leads;

[Authorize(CrmPermissions.Leads.Edit)]
[Reads(CrmPermissions.Leads.Default, Id = "id")]
public class EditModel(ILeadAppService leads) : LeadFormModel
{
    [BindProperty(SupportsGet = true)] public Guid Id { get; set; }

    public string Name { get; private set; } = "";

    public virtual async Task OnGetAsync()
    {
        AllChoices = await leads.GetChoicesAsync();
        var lead = await leads.GetAsync(Id);
        (Name, Access, var fields) = (lead.Row.Name, lead.Access, lead.Fields);
        Input = new CreateLeadDto
        {
            PersonName = fields.PersonName, CompanyName = fields.CompanyName, Position = fields.Position, Mobile = fields.Mobile, Phone = fields.Phone, Email = fields.Email,
            Province = fields.Province, City = fields.City, SourceId = fields.SourceId, HasBudget = fields.HasBudget, Budget = fields.Budget, BudgetCurrency = fields.BudgetCurrency,
            Interest = fields.Interest, Pain = fields.Pain, Requirements = fields.Requirements, WishedResult = fields.WishedResult, Urgency = fields.Urgency, BuyOn = fields.BuyOn,
            Deciders = fields.Deciders, BuyingProcess = fields.BuyingProcess, Authority = fields.Authority, Competitors = fields.Competitors, Objections = fields.Objections,
        };
    }

    public virtual async Task<IActionResult> OnPostAsync()
    {
        Input.BudgetCurrency = Budget.Currency;
        ValidateModel();
        await leads.UpdateAsync(Id, Input);
        Toast(L["Saved"]);
        return Redirect(CrmUrls.Lead(Id));
    }
}
