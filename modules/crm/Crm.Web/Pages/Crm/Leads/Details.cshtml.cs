using Crm.Choices;
using Crm.Customers;
using Crm.Leads;
using Crm.Permissions;
using Crm.Scoring;
using Kernel.Components;
using Kernel.Users;
using Kernel.Reading;
using Kernel.Rights;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Parties;
using Parties.Parties;
using Volo.Abp.Uow;
using Volo.Abp.Users;

namespace Crm.Web.Leads;

/// <summary>One lead. Each form is posted on its own, so its fields come as the handler's argument and are named after it.</summary>
[Authorize(CrmPermissions.Leads.Default)]
[Reads(CrmPermissions.Leads.Default, Id = "id")]
public class DetailsModel(ILeadAppService leads, IPartyAppService parties, IExternalUserLookupServiceProvider users, Reveals reveals, IScoringAppService scoring) : CrmPageModel
{
    private const int MaxOwners = 20;

    [BindProperty(SupportsGet = true)] public Guid Id { get; set; }

    public LeadDto Lead { get; private set; } = null!;
    public IReadOnlyList<ChoiceDto> AllChoices { get; private set; } = [];

    /// <summary>Known parties that may be this lead.</summary>
    public PartyTwins Twins { get; private set; } = new([], false);
    public bool MayEdit { get; private set; }
    public bool MayConvert { get; private set; }
    public bool MayAssign { get; private set; }

    public FitPanel Fit { get; private set; } = null!;
    public LeadTouchDto Touch { get; } = new();
    public LeadStatusDto Status { get; private set; } = new();
    public LeadNextStepDto Next { get; private set; } = new();
    public DisqualifyLeadDto Out { get; } = new();
    public RecycleLeadDto Back { get; } = new();
    public ConvertLeadDto Convert { get; private set; } = new();
    public HandOverLeadDto Hand { get; } = new();

    public LeadRow Row => Lead.Row;
    public bool IsOpen => Row.Status.IsOpen();
    public string? Phone => Lead.Fields.Mobile ?? Lead.Fields.Phone;

    public bool Refused(string form) => ModelState.Keys.Any(key => key.StartsWith(form + ".", StringComparison.Ordinal));

    public IEnumerable<SelectListItem> Of(ChoiceKind kind) =>
        AllChoices.Where(choice => choice.Kind == kind && !choice.IsRetired).Select(choice => new SelectListItem(choice.Name, choice.Id.ToString()));

    public IEnumerable<SelectListItem> OpenStatuses =>
        LeadStatuses.Open.Select(status => new SelectListItem(L["Enum:LeadStatus." + status], status.ToString()));

    public IEnumerable<SelectListItem> Touches =>
        new[] { LeadEventKind.Call, LeadEventKind.Message, LeadEventKind.Meeting, LeadEventKind.Note }
            .Select(kind => new SelectListItem(L["Enum:LeadEventKind." + kind], kind.ToString()));

    /// <summary>How promising it is, point by point.</summary>
    public LeadScoreDto Score { get; private set; } = new(false, 0, []);

    public virtual async Task<IActionResult> OnGetAsync()
    {
        Score = await scoring.GetScoreAsync(Id);
        Lead = await leads.GetAsync(Id);
        AllChoices = await leads.GetChoicesAsync();
        MayEdit = IsOpen && await MayAsync(CrmPermissions.Leads.Edit);
        MayConvert = IsOpen && await MayAsync(CrmPermissions.Leads.Convert);
        MayAssign = IsOpen && await MayAsync(CrmPermissions.Leads.Assign);
        if (MayConvert) { Twins = await leads.GetTwinsAsync(Id); }
        Fit = new FitPanel(Lead.Fit, MayEdit, Refused(nameof(Fit)), "#lead");
        Status = new LeadStatusDto { Status = Row.Status };
        Next = new LeadNextStepDto { NextStep = Row.NextStep, On = Row.NextStepOn };
        Convert = new ConvertLeadDto { Title = Lead.Fields.Interest ?? Row.Name, ExpectedClose = Lead.Fields.BuyOn };
        return PageOr("_Lead");
    }

    [UnitOfWork(isTransactional: false)] // so that the ledger has a transaction of its own
    public virtual async Task<IActionResult> OnPostRevealAsync(PartyField field)
    {
        await reveals.ShowAsync(PartiesPermissions.Parties.Fields.Of(field), Id, OnGetAsync);
        return PageOr("_Lead");
    }

    public virtual async Task<IActionResult> OnPostTouchAsync([FromForm(Name = nameof(Touch))] LeadTouchDto touch)
    {
        ValidateModel();
        await leads.TouchAsync(Id, touch);
        return Done(L["Saved"]);
    }

    public virtual async Task<IActionResult> OnPostStatusAsync([FromForm(Name = nameof(Status))] LeadStatusDto status)
    {
        ValidateModel();
        await leads.SetStatusAsync(Id, status);
        return Done(L["Saved"]);
    }

    public virtual async Task<IActionResult> OnPostNextAsync([FromForm(Name = nameof(Next))] LeadNextStepDto next)
    {
        ValidateModel();
        await leads.PlanNextStepAsync(Id, next);
        return Done(L["Saved"]);
    }

    public virtual async Task<IActionResult> OnPostFitAsync([FromForm(Name = nameof(Fit))] JudgeFitDto fit)
    {
        ValidateModel();
        await leads.JudgeFitAsync(Id, fit);
        return Done(L["Fit:Judged"]);
    }

    public virtual async Task<IActionResult> OnPostOutAsync([FromForm(Name = nameof(Out))] DisqualifyLeadDto @out)
    {
        ValidateModel();
        await leads.DisqualifyAsync(Id, @out);
        return Done(L["Lead:WasDisqualified"]);
    }

    public virtual async Task<IActionResult> OnPostBackAsync([FromForm(Name = nameof(Back))] RecycleLeadDto back)
    {
        ValidateModel();
        await leads.RecycleAsync(Id, back);
        return Done(L["Lead:WasRecycled"]);
    }

    public virtual async Task<IActionResult> OnPostReopenAsync()
    {
        await leads.ReopenAsync(Id);
        return Done(L["Opportunity:Reopened"]);
    }

    public virtual async Task<IActionResult> OnPostHandAsync([FromForm(Name = nameof(Hand))] HandOverLeadDto hand)
    {
        ValidateModel();
        await leads.HandOverAsync(Id, hand);
        return Done(L["Saved"]);
    }

    public virtual async Task<IActionResult> OnPostConvertAsync([FromForm(Name = nameof(Convert))] ConvertLeadDto convert)
    {
        ValidateModel();
        var made = await leads.ConvertAsync(Id, convert);
        Toast(L["Lead:WasConverted"]);
        return Redirect(made.OpportunityId is { } opportunity ? CrmUrls.Opportunity(opportunity) : CrmUrls.File(made.CustomerId));
    }

    [Reads(CrmPermissions.Customers.Default, Words = "term")]
    public virtual async Task<IActionResult> OnGetCustomersAsync(string? term) =>
        Lookup((await parties.GetLookupAsync(new PartyLookupInput { Text = term }))
            .Select(party => new LookupItem(party.Id.ToString(), party.Name, Display.Digits(party.Number))));

    public virtual async Task<IActionResult> OnGetOwnersAsync(string? term) =>
        Lookup((await users.SearchAsync(filter: term, maxResultCount: MaxOwners))
            .Select(user => new LookupItem(user.Id.ToString(), user.FullName(), user.UserName)));
}
