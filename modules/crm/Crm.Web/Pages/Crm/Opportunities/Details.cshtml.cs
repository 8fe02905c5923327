using Crm.CheckLists;
using Crm.Choices;
using Crm.Customers;
using Crm.Opportunities;
using Crm.Permissions;
using Crm.Pipelines;
using Kernel.Components;
using Kernel.Users;
using Kernel.Reading;
using Volo.Abp.Uow;
using Kernel.Rights;
using Kernel.Monetary;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Parties;
using Parties.Parties;
using Parties.Sales;
using Volo.Abp;
using Volo.Abp.Users;

namespace Crm.Web.Opportunities;

/// <summary>One opportunity. Each form is posted on its own, so its fields come as the handler's argument and are named after it.</summary>
[Authorize(CrmPermissions.Opportunities.Default)]
[Reads(CrmPermissions.Opportunities.Default, Id = "id")]
public class DetailsModel(
    IOpportunityAppService opportunities, IPipelineAppService pipelines, IChoiceAppService choices,
    IPartyReader partyReader, IPartyAppService parties, IExternalUserLookupServiceProvider users, Reveals reveals,
    IOfferAppService offers, ICustomerAppService customers, IOpportunityCheckListAppService checks) : ChecksPageModel
{
    private const int MaxOwners = 20;

    protected override ICheckLists CheckLists => checks;

    public OpportunityDto Opportunity { get; private set; } = null!;
    public PipelineDto Pipeline { get; private set; } = null!;
    public IReadOnlyList<PipelineDto> Pipelines { get; private set; } = [];
    public IReadOnlyList<ChoiceDto> AllChoices { get; private set; } = [];
    public PartyCard Customer { get; private set; } = null!;
    public OfferDto Offer { get; private set; } = OfferDto.None;
    public DateTime Now { get; private set; }
    public bool MayEdit { get; private set; }
    public bool MayClose { get; private set; }

    /// <summary>An order is made of an accepted quote also after the opportunity was won.</summary>
    public bool MayActOnDocuments { get; private set; }
    public bool MayAssign { get; private set; }

    public FitPanel Fit { get; private set; } = null!;
    public UpdateOpportunityDto Edit { get; private set; } = new();
    public NextStepDto Next { get; private set; } = new();
    public CloseOpportunityDto Win { get; private set; } = new();
    public CloseOpportunityDto Lose { get; private set; } = new();
    public BuyingPersonDto Person { get; private set; } = new();
    public ObjectionDto Objection { get; private set; } = new();
    public OfferLineDto Line { get; private set; } = new();
    public ChangePipelineDto Change { get; private set; } = new();

    /// <summary>Who is in charge, for the form that changes it.</summary>
    public Guid? OwnerId => Row.OwnerId;
    public IEnumerable<SelectListItem> OtherPipelines => Pipelines.Where(pipeline => !pipeline.IsRetired && pipeline.Id != Row.PipelineId)
        .Select(pipeline => new SelectListItem(pipeline.Name, pipeline.Id.ToString()));

    public OpportunityRow Row => Opportunity.Row;
    public bool IsOpen => Row.State == OpportunityState.Open;
    public StageDto Stage => AllStages.First(stage => stage.Id == Row.StageId);
    public int Days => Row.DaysInStage(Now);
    public bool IsStale => IsOpen && Days > Stage.MaxDays;
    public bool HasNoDecider => Opportunity.People.All(person => person.Role != BuyingRole.Decider);
    public AmountField Amount => new("Edit.Amount", CurrencyOf("Edit.Amount", Row.Amount?.Currency ?? Currencies.Rial));
    private IEnumerable<StageDto> AllStages => Pipelines.SelectMany(pipeline => pipeline.Stages);

    public bool Refused(string form) => ModelState.Keys.Any(key => key.StartsWith(form + ".", StringComparison.Ordinal));

    public string? ChoiceName(Guid? id) => AllChoices.FirstOrDefault(choice => choice.Id == id)?.Name;

    public string StageName(Guid? id) => AllStages.FirstOrDefault(stage => stage.Id == id)?.Name ?? "—";

    public IEnumerable<SelectListItem> Of(ChoiceKind kind) =>
        AllChoices.Where(choice => choice.Kind == kind && !choice.IsRetired).Select(choice => new SelectListItem(choice.Name, choice.Id.ToString()));

    public virtual async Task<IActionResult> OnGetAsync()
    {
        Now = Clock.Now;
        Opportunity = await opportunities.GetAsync(Id);
        Pipelines = await pipelines.GetListAsync();
        Pipeline = Pipelines.First(pipeline => pipeline.Id == Row.PipelineId);
        AllChoices = await choices.GetListAsync();
        Customer = await partyReader.GetCardAsync(Row.CustomerId);
        Offer = await offers.GetAsync(Id);
        MayActOnDocuments = await MayAsync(CrmPermissions.Opportunities.Edit);
        MayEdit = IsOpen && MayActOnDocuments;
        MayClose = await MayAsync(CrmPermissions.Opportunities.Close);
        MayAssign = await MayAsync(CrmPermissions.Opportunities.Assign);
        Fit = new FitPanel(Opportunity.Fit, await MayAsync(CrmPermissions.Customers.Edit), Refused(nameof(Fit)), "#deal");
        Edit = new UpdateOpportunityDto
        {
            Title = Row.Title, Amount = Row.Amount is { IsZero: false } amount ? amount.ToDecimal() : null, Currency = Row.Amount?.Currency ?? Currencies.Rial, ExpectedClose = Row.ExpectedClose,
            Probability = Row.Probability, Need = Opportunity.Need, Product = Opportunity.Product, SourceId = Opportunity.SourceId,
        };
        Next = new NextStepDto { NextStep = Row.NextStep, On = Row.NextStepOn };
        (Win.ClosedOn, Lose.ClosedOn) = (Today, Today);
        await ReadChecksAsync(MayEdit, "#deal");
        return PageOr("_Details");
    }

    [UnitOfWork(isTransactional: false)] // so that the ledger has a transaction of its own
    public virtual async Task<IActionResult> OnPostRevealAsync()
    {
        await reveals.ShowAsync(CrmPermissions.Opportunities.Amounts, Id, OnGetAsync);
        return PageOr("_Details");
    }

    public virtual async Task<IActionResult> OnPostEditAsync([FromForm(Name = nameof(Edit))] UpdateOpportunityDto edit, int? percent, string stamp)
    {
        (edit.ConcurrencyStamp, edit.Currency, edit.Probability) = (stamp, CurrencyOf("Edit.Amount", edit.Currency), percent / 100m);
        ModelState.Remove("Edit.ConcurrencyStamp");
        ValidateModel();
        await opportunities.UpdateAsync(Id, edit);
        return Done(L["Saved"]);
    }

    public virtual async Task<IActionResult> OnPostMoveAsync(Guid stageId, string stamp)
    {
        await opportunities.MoveAsync(Id, new MoveOpportunityDto { StageId = stageId, ConcurrencyStamp = stamp });
        return Done(L["Opportunity:Moved"]);
    }

    public virtual async Task<IActionResult> OnPostNextAsync([FromForm(Name = nameof(Next))] NextStepDto next)
    {
        ValidateModel();
        await opportunities.PlanNextStepAsync(Id, next);
        return Done(L["Saved"]);
    }

    public virtual async Task<IActionResult> OnPostWinAsync([FromForm(Name = nameof(Win))] CloseOpportunityDto win)
    {
        ValidateModel();
        await opportunities.WinAsync(Id, win);
        return Done(L["Opportunity:WasWon"]);
    }

    public virtual async Task<IActionResult> OnPostLoseAsync([FromForm(Name = nameof(Lose))] CloseOpportunityDto lose)
    {
        ValidateModel();
        await opportunities.LoseAsync(Id, lose);
        return Done(L["Opportunity:WasLost"]);
    }

    public virtual async Task<IActionResult> OnPostReopenAsync()
    {
        await opportunities.ReopenAsync(Id);
        return Done(L["Opportunity:Reopened"]);
    }

    public virtual async Task<IActionResult> OnPostOwnerAsync(Guid? ownerId)
    {
        await opportunities.SetOwnerAsync(Id, ownerId);
        return Done(L["Saved"]);
    }

    public virtual async Task<IActionResult> OnPostPipelineAsync([FromForm(Name = nameof(Change))] ChangePipelineDto change)
    {
        await opportunities.ChangePipelineAsync(Id, change);
        return Done(L["Opportunity:Moved"]);
    }

    /// <summary>The answer is the customer's: its other opportunities show it too.</summary>
    public virtual async Task<IActionResult> OnPostFitAsync([FromForm(Name = nameof(Fit))] JudgeFitDto fit)
    {
        ValidateModel();
        await customers.JudgeFitAsync((await opportunities.GetAsync(Id)).Row.CustomerId, fit);
        return Done(L["Fit:Judged"]);
    }

    public virtual async Task<IActionResult> OnPostPersonAsync([FromForm(Name = nameof(Person))] BuyingPersonDto person)
    {
        ValidateModel();
        await opportunities.SetRoleAsync(Id, person);
        return Done(L["Saved"]);
    }

    public virtual async Task<IActionResult> OnPostRemovePersonAsync(Guid personId)
    {
        await opportunities.RemovePersonAsync(Id, personId);
        return Done(L["Saved"]);
    }

    public virtual async Task<IActionResult> OnPostCompetitorAsync(Guid competitorId)
    {
        await opportunities.AddCompetitorAsync(Id, competitorId);
        return Done(L["Saved"]);
    }

    public virtual async Task<IActionResult> OnPostRemoveCompetitorAsync(Guid competitorId)
    {
        await opportunities.RemoveCompetitorAsync(Id, competitorId);
        return Done(L["Saved"]);
    }

    public virtual async Task<IActionResult> OnPostObjectionAsync([FromForm(Name = nameof(Objection))] ObjectionDto objection)
    {
        ValidateModel();
        await opportunities.AddObjectionAsync(Id, objection);
        return Done(L["Saved"]);
    }

    public virtual async Task<IActionResult> OnPostAnswerAsync(Guid objectionId, string? answer)
    {
        await opportunities.AnswerObjectionAsync(Id, objectionId, new AnswerDto { Answer = answer });
        return Done(L["Saved"]);
    }

    public virtual async Task<IActionResult> OnPostLineAsync([FromForm(Name = nameof(Line))] OfferLineDto line)
    {
        if (line.ProductId == Guid.Empty)
        {
            line.ProductId = await FindProductAsync(Request.Form["Line.ProductIdText"].ToString());
            ModelState.Remove("Line.ProductId");
        }
        ValidateModel();
        await offers.AddLineAsync(Id, line);
        return Done(L["Saved"]);
    }

    public virtual async Task<IActionResult> OnPostChangeLineAsync(Guid lineId, decimal quantity, decimal discount)
    {
        ValidateModel();
        await offers.ChangeLineAsync(Id, lineId, new ChangeOfferLineDto { Quantity = quantity, DiscountPercent = discount });
        return Done(L["Saved"]);
    }

    public virtual async Task<IActionResult> OnPostRemoveLineAsync(Guid lineId)
    {
        await offers.RemoveLineAsync(Id, lineId);
        return Done(L["Saved"]);
    }

    public virtual async Task<IActionResult> OnPostTakeAmountAsync()
    {
        await offers.TakeAmountAsync(Id);
        return Done(L["Saved"]);
    }

    public virtual async Task<IActionResult> OnPostQuoteAsync()
    {
        await offers.QuoteAsync(Id);
        return Done(L["Offer:Quoted"]);
    }

    public virtual async Task<IActionResult> OnPostDocumentAsync(Guid documentId, string act)
    {
        await offers.DoAsync(Id, new OfferActDto { DocumentId = documentId, Act = act });
        return Done(L["Saved"]);
    }

    public virtual async Task<IActionResult> OnGetProductsAsync(string? term) =>
        Lookup((await offers.GetProductsAsync(Id, term)).Select(product => new LookupItem(
            product.Id.ToString(), NameOf(product), string.Join(" · ", new[] { Display.Money(Money.Of(product.UnitPrice, product.Currency)), Stock(product) }.OfType<string>()))));

    /// <summary>What a picker's script did not choose is understood from the text typed.</summary>
    private async Task<Guid> FindProductAsync(string typed)
    {
        var found = string.IsNullOrWhiteSpace(typed) ? [] : await offers.GetProductsAsync(Id, typed);
        return (found.Find(product => string.Equals(product.Code, typed.Trim(), StringComparison.OrdinalIgnoreCase) || NameOf(product) == typed.Trim()) ?? (found is [var only] ? only : null))?.Id
            ?? throw new BusinessException(CrmErrorCodes.ProductNotFound).WithData("Text", typed);
    }

    private static string NameOf(SaleProduct product) => $"{product.Code} – {product.Name}";

    private string? Stock(SaleProduct product) => product.Available is { } available ? L["Offer:AvailableIs", Display.Number(available), product.Unit].Value : null;

    [Reads(PartiesPermissions.Parties.Default, Words = "term")]
    public virtual async Task<IActionResult> OnGetPeopleAsync(string? term) =>
        Lookup((await parties.GetLookupAsync(new PartyLookupInput { Text = term, Kind = PartyKind.Person }))
            .Select(person => new LookupItem(person.Id.ToString(), person.Name, Display.Phone(person.Phone))));

    public virtual async Task<IActionResult> OnGetOwnersAsync(string? term) =>
        Lookup((await users.SearchAsync(filter: term, maxResultCount: MaxOwners))
            .Select(user => new LookupItem(user.Id.ToString(), user.FullName(), user.UserName)));
}
