using Crm.Choices;
using Crm.Opportunities;
using Crm.Permissions;
using Crm.Pipelines;
using Kernel.Components;
using Kernel.Reading;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.Rendering;
using Parties;
using Parties.Parties;

namespace Crm.Web.Opportunities;

[Authorize(CrmPermissions.Opportunities.Create)]
[Reads(CrmPermissions.Opportunities.Default, Id = "customerId")]
public class CreateModel(
    IOpportunityAppService opportunities, IPipelineAppService pipelines, IChoiceAppService choices, IPartyAppService parties, IPartyReader partyReader) : CrmPageModel
{
    private const int DaysToClose = 30;

    [BindProperty(SupportsGet = true)] public Guid? CustomerId { get; set; }
    [BindProperty] public OpenOpportunityDto Input { get; set; } = new();

    public string? CustomerName { get; private set; }

    /// <summary>What is open with this customer already.</summary>
    public IReadOnlyList<OpportunityRow> Others { get; private set; } = [];
    public IReadOnlyList<SelectListItem> Pipelines { get; private set; } = [];
    public IReadOnlyList<SelectListItem> Sources { get; private set; } = [];

    public AmountField Amount => new(nameof(Input) + "." + nameof(Input.Amount), CurrencyOf("Input.Amount", Input.Currency));

    public virtual async Task OnGetAsync()
    {
        Input.ExpectedClose = Today.AddDays(DaysToClose);
        Pipelines = [.. (await pipelines.GetListAsync()).Where(pipeline => !pipeline.IsRetired).Select(pipeline => new SelectListItem(pipeline.Name, pipeline.Id.ToString()))];
        Sources = [.. (await choices.GetListAsync()).Where(choice => choice.Kind == ChoiceKind.LeadSource && !choice.IsRetired).Select(choice => new SelectListItem(choice.Name, choice.Id.ToString()))];
    }

    public virtual async Task<IActionResult> OnPostAsync()
    {
        if (CustomerId is null)
        {
            ModelState.AddModelError(nameof(CustomerId), L["Opportunity:ChooseCustomer"]);
        }
        ValidateModel();
        (Input.CustomerId, Input.Currency) = (CustomerId!.Value, Amount.Currency);
        var id = await opportunities.OpenAsync(Input);
        Toast(L["Opportunity:Opened"]);
        return Redirect(CrmUrls.Opportunity(id));
    }

    [Reads(PartiesPermissions.Parties.Default, Words = "term")]
    public virtual async Task<IActionResult> OnGetCustomersAsync(string? term) =>
        Lookup((await parties.GetLookupAsync(new PartyLookupInput { Text = term, Role = PartyRoles.Customer }))
            .Select(party => new LookupItem(party.Id.ToString(), party.Name, Display.Digits(party.Number))));

    /// <summary>Which customer it is, is known only after the handler has run or what was typed is back.</summary>
    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        await base.OnPageHandlerExecutionAsync(context, next);
        if (HttpMethods.IsGet(Request.Method) || IsRetry)
        {
            CustomerName = CustomerId is { } id ? (await partyReader.FindCardAsync(id))?.Name : null;
            Others = CustomerName is null ? [] : await opportunities.GetOpenOfCustomerAsync(CustomerId!.Value);
        }
    }
}
