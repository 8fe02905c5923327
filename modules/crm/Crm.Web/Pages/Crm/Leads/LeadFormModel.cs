using Crm.Choices;
using Crm.Leads;
using Kernel.Rights;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Parties.Parties;

namespace Crm.Web.Leads;

/// <summary>A page with the fields of a lead.</summary>
public abstract class LeadFormModel : CrmPageModel
{
    [BindProperty] public CreateLeadDto Input { get; set; } = new();

    /// <summary>Null for a new lead: whoever writes it down knows what he writes.</summary>
    protected LeadAccess? Access { get; set; }

    public bool MayChange(PartyField field) => Access is null || Access[field] == FieldAccess.Changeable;

    public IReadOnlyList<ChoiceDto> AllChoices { get; protected set; } = [];

    public AmountField Budget => new("Input.Budget", CurrencyOf("Input.Budget", Input.BudgetCurrency));

    public IEnumerable<SelectListItem> Of(ChoiceKind kind) =>
        AllChoices.Where(choice => choice.Kind == kind && !choice.IsRetired).Select(choice => new SelectListItem(choice.Name, choice.Id.ToString()));

    /// <summary>Yes, no, or not known.</summary>
    public IEnumerable<SelectListItem> YesNo => [new(L["Yes"], "True"), new(L["No"], "False")];
}
