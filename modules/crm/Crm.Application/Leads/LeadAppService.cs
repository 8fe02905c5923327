using System.Text.Json;
using Crm.Assignment;
using Crm.Choices;
using Crm.Contacts;
using Crm.Customers;
using Crm.Opportunities;
using Crm.Permissions;
using Crm.Scoring;
using Crm.Users;
using Kernel.Identifiers;
using Kernel.Monetary;
using Kernel.Texts;
using Kernel.Reading;
using Kernel.Rights;
using Microsoft.AspNetCore.Authorization;
using Parties;
using Parties.Parties;
using Volo.Abp;
using Volo.Abp.Domain.Entities;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.Uow;
using Volo.Abp.Users;

namespace Crm.Leads;

[Authorize(CrmPermissions.Leads.Default)]
public class LeadAppService(
    IRepository<Lead, Guid> leads,
    IReadOnlyRepository<LeadEvent, Guid> events,
    IReadOnlyRepository<PartyRow, Guid> parties,
    ChoiceReader choices,
    LeadFinder finder,
    LeadFields fields,
    IUserUnits units,
    Reveals reveals,
    IPartyAppService partyService,
    IContactAppService contacts,
    IOpportunityAppService opportunityService,
    IRepository<Opportunity, Guid> opportunities,
    IRepository<Customer, Guid> customers,
    IExternalUserLookupServiceProvider users,
    LeadScorer scorer,
    LeadAssigner assigner,
    UserNames userNames) : CrmAppService, ILeadAppService
{
    private const int MaxEvents = 100;
    private const int DaysToClose = 30;

    [Reads(CrmPermissions.Leads.Default, Id = "id")]
    public virtual async Task<LeadDto> GetAsync(Guid id)
    {
        var lead = await leads.GetAsync(id);
        var lists = await choices.GetListAsync();
        var history = await AsyncExecuter.ToListAsync((await events.GetQueryableAsync())
            .Where(known => known.LeadId == id).OrderByDescending(known => known.At).ThenByDescending(known => known.Kind).Take(MaxEvents));
        var access = await fields.GetAccessAsync();
        var names = await userNames.GetAsync([.. history.Select(known => known.CreatorId), lead.OwnerId, lead.FitById]);
        string? NameOf(Guid? user) => user is { } known ? names.GetValueOrDefault(known) : null;
        return new LeadDto(
            ToRow(lead, lists, NameOf(lead.OwnerId)), LeadFields.Cover(ToFields(lead), access), access,
            new LeadUtmDto(lead.UtmSource, lead.UtmMedium, lead.UtmCampaign, lead.UtmTerm, lead.UtmContent), lead.Channel, lead.RecycledUntil,
            lists.Find(choice => choice.Id == lead.ReasonId)?.Name, lead.OutcomeNote, lead.CustomerId, lead.OpportunityId,
            lead.Attributes is null ? new Dictionary<string, string>() : JsonSerializer.Deserialize<Dictionary<string, string>>(lead.Attributes)!,
            history.ConvertAll(known => new LeadEventRow(known.Kind, known.Status, known.At, known.Text, known.CreatorId, NameOf(known.CreatorId))), lead.FitAnswer?.Told(names));
    }

    [UnitOfWork(isTransactional: false)] // so that the ledger has a transaction of its own
    public virtual Task<LeadDto> RevealAsync(Guid id, PartyField field) => reveals.ShowAsync(PartiesPermissions.Parties.Fields.Of(field), id, () => GetAsync(id));

    [Reads(CrmPermissions.Leads.Default, Words = "text", Rows = "Rows")]
    public virtual async Task<LeadPage> GetListAsync(LeadListInput input)
    {
        var found = await finder.FindAsync(input);
        var page = await AsyncExecuter.ToListAsync(InOrder(found, input).Take(input.Max + 1).Select(lead => new LeadRow
        {
            Id = lead.Id,
            PersonName = lead.PersonName,
            CompanyName = lead.CompanyName,
            Status = lead.Status,
            SourceId = lead.SourceId,
            FirstTouchAt = lead.FirstTouchAt,
            LastTouchAt = lead.LastTouchAt,
            Round = lead.Round,
            OwnerId = lead.OwnerId,
            NextStep = lead.NextStep,
            NextStepOn = lead.NextStepOn,
            AnswerDueAt = lead.AnswerDueAt,
            AnsweredAt = lead.AnsweredAt,
            Score = lead.Score,
        }));
        var lists = await choices.GetListAsync();
        var names = await userNames.GetAsync(page.Select(row => row.OwnerId));
        var scores = await scorer.HasRulesAsync();
        page.ForEach(row => Complete(row, lists, row.OwnerId is { } owner ? names.GetValueOrDefault(owner) : null));
        page.ForEach(row => row.Score = scores ? row.Score : null);
        return new LeadPage(page.Take(input.Max).ToList(), page.Count > input.Max, scores);
    }

    /// <summary>From the row after the last one of the page before; the first condition is what an index is entered by.</summary>
    private static IQueryable<Lead> InOrder(IQueryable<Lead> found, LeadListInput input)
    {
        var (after, id) = (DateTime.SpecifyKind(input.AfterAt ?? default, DateTimeKind.Utc), input.AfterId ?? Guid.Empty);
        if (input.Order == LeadOrder.Oldest)
        {
            found = input.AfterId is null ? found : found.Where(lead => lead.FirstTouchAt >= after && (lead.FirstTouchAt > after || lead.Id.CompareTo(id) > 0));
            return found.OrderBy(lead => lead.FirstTouchAt).ThenBy(lead => lead.Id);
        }
        var score = input.AfterScore ?? int.MaxValue;
        found = input.AfterId is null ? found : found.Where(lead =>
            lead.Score <= score && (lead.Score < score || lead.FirstTouchAt > after || (lead.FirstTouchAt == after && lead.Id.CompareTo(id) > 0)));
        return found.OrderByDescending(lead => lead.Score).ThenBy(lead => lead.FirstTouchAt).ThenBy(lead => lead.Id);
    }

    public virtual Task<List<ChoiceDto>> GetChoicesAsync() => choices.GetListAsync();

    [Authorize(CrmPermissions.Leads.Create)]
    public virtual async Task<Guid> CreateAsync(CreateLeadDto input)
    {
        await fields.CheckNewAsync(input);
        var lead = new Lead(GuidGenerator.Create(), Identity(input), LeadChannel.Hand, await KnownAsync(input.SourceId), Clock.Now, GuidGenerator.Create(), CurrentTenant.Id);
        lead.Describe(Needs(input));
        lead.CameBy(new LeadUtm(input.UtmSource, input.UtmMedium, input.UtmCampaign, input.UtmTerm, input.UtmContent));
        var owner = await UserAsync(input.OwnerId) ?? CurrentUser.Id;
        lead.SetOwner(owner, await UnitOfAsync(owner));
        return (await leads.InsertAsync(lead)).Id;
    }

    [Authorize(CrmPermissions.Leads.Edit)]
    public virtual async Task UpdateAsync(Guid id, SaveLeadDto input)
    {
        var lead = await leads.GetAsync(id);
        await fields.KeepUnchangeableAsync(ToFields(lead), ToFields(lead), input);
        lead.Identify(Identity(input));
        lead.Describe(Needs(input));
        lead.SetSource(await KnownAsync(input.SourceId));
    }

    [Authorize(CrmPermissions.Leads.Edit)]
    public virtual async Task SetStatusAsync(Guid id, LeadStatusDto input) => (await leads.GetAsync(id)).SetStatus(
        input.Status, input.On, Clock.Now, GuidGenerator.Create(), part => L[$"Lead:Part.{part}"]);

    [Authorize(CrmPermissions.Leads.Edit)]
    public virtual async Task TouchAsync(Guid id, LeadTouchDto input) =>
        (await leads.GetAsync(id)).Touch(input.Kind, input.Text, input.WasReached, Clock.Now, GuidGenerator.Create());

    [Authorize(CrmPermissions.Leads.Edit)]
    public virtual async Task JudgeFitAsync(Guid id, JudgeFitDto input) =>
        (await leads.GetAsync(id)).Judge(new FitAnswer(input.Fit!.Value, input.Note, CurrentUser.Id, Clock.Now));

    [Authorize(CrmPermissions.Leads.Edit)]
    public virtual async Task PlanNextStepAsync(Guid id, LeadNextStepDto input) => (await leads.GetAsync(id)).PlanNextStep(input.NextStep, input.On);

    [Authorize(CrmPermissions.Leads.Assign)]
    public virtual async Task HandOverAsync(Guid id, HandOverLeadDto input)
    {
        var lead = await leads.GetAsync(id);
        var owner = (await UserAsync(input.OwnerId))!.Value;
        lead.HandOver(owner, await UnitOfAsync(owner) ?? lead.UnitId, input.Note, Clock.Now, GuidGenerator.Create(), await assigner.AnswerDueAsync());
    }

    [Authorize(CrmPermissions.Leads.Edit)]
    public virtual async Task DisqualifyAsync(Guid id, DisqualifyLeadDto input) => (await leads.GetAsync(id)).Disqualify(
        await KnownAsync(input.ReasonId), input.AsJunk, input.Note, Clock.Now, GuidGenerator.Create());

    [Authorize(CrmPermissions.Leads.Edit)]
    public virtual async Task RecycleAsync(Guid id, RecycleLeadDto input) =>
        (await leads.GetAsync(id)).Recycle(input.Until!.Value, input.Reason, Clock.Now, GuidGenerator.Create());

    [Authorize(CrmPermissions.Leads.Edit)]
    public virtual async Task ReopenAsync(Guid id) => (await leads.GetAsync(id)).Reopen(Clock.Now, GuidGenerator.Create());

    [Authorize(CrmPermissions.Leads.Convert)]
    [Reads(CrmPermissions.Customers.Default)]
    public virtual async Task<PartyTwins> GetTwinsAsync(Guid id) => await FindTwinsAsync(await leads.GetAsync(id));

    [Authorize(CrmPermissions.Leads.Convert)]
    public virtual async Task<ConvertedLeadDto> ConvertAsync(Guid id, ConvertLeadDto input)
    {
        var lead = await leads.GetAsync(id);
        lead.RefuseWhenClosed();
        if (input.CustomerId is null && !input.IsAnother) { await RefuseTwinsAsync(lead); }
        if (input.CustomerId is { } chosen) { await parties.GetAsync(chosen); } // only one in sight
        using var whole = SystemWork.Begin("a lead's telephones and mail become the customer's, whoever sees them");
        var customer = input.CustomerId ?? await CreateCustomerAsync(lead);
        if (input.CustomerId is not null)
        {
            await partyService.AddRoleAsync(customer, PartyRoles.Customer);
        }
        await AddContactAsync(lead, customer, isNew: input.CustomerId is null);
        await TakeFitAlongAsync(lead, customer);
        var opportunity = input.OpensOpportunity ? await OpenAsync(lead, customer, input) : (Guid?)null;
        lead.Convert(customer, opportunity, Clock.Now, GuidGenerator.Create());
        return new ConvertedLeadDto(customer, opportunity);
    }

    [Reads(CrmPermissions.SellingReports.Default)]
    public virtual async Task<List<LeadSourceRow>> GetSourceReportAsync(LeadSourceInput input)
    {
        var found = await leads.GetQueryableAsync();
        if (input.From is { } from)
        {
            var start = from.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc);
            found = found.Where(lead => lead.FirstTouchAt >= start);
        }
        if (input.Before is { } before)
        {
            var end = before.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc);
            found = found.Where(lead => lead.FirstTouchAt < end);
        }
        var rows = await AsyncExecuter.ToListAsync(
            from lead in found
            group lead by lead.SourceId into source
            select new
            {
                SourceId = source.Key,
                All = source.Count(),
                Junk = source.Count(lead => lead.Status == LeadStatus.Junk),
                Qualified = source.Count(lead => lead.Status == LeadStatus.Qualified || lead.Status == LeadStatus.Converted),
                Converted = source.Count(lead => lead.Status == LeadStatus.Converted),
            });
        var lists = await choices.GetListAsync();
        return [.. rows.Select(row => new LeadSourceRow(
                row.SourceId, lists.Find(choice => choice.Id == row.SourceId)?.Name, row.All, row.Junk, row.Qualified, row.Converted))
            .OrderByDescending(row => row.All)];
    }

    private Task<PartyTwins> FindTwinsAsync(Lead lead) =>
        partyService.GetTwinsAsync(new PartyTwinInput { Name = lead.Name, Phone = lead.Mobile ?? lead.Phone });

    /// <summary>Whoever converts has to choose one of those that look alike, or to say that it is another.</summary>
    private async Task RefuseTwinsAsync(Lead lead)
    {
        var twins = await FindTwinsAsync(lead);
        if (twins.Seen is [var twin, ..])
        {
            throw new BusinessException(CrmErrorCodes.LeadHasTwin).WithData("Name", twin.Name).WithData("Number", twin.Number);
        }
        if (twins.HasUnseen)
        {
            throw new BusinessException(CrmErrorCodes.LeadHasUnseenTwin);
        }
    }

    private async Task<Guid> CreateCustomerAsync(Lead lead)
    {
        var isCompany = lead.CompanyName is not null;
        var party = new CreatePartyDto
        {
            Kind = isCompany ? PartyKind.Company : PartyKind.Person, Name = lead.CompanyName, LastName = isCompany ? null : lead.PersonName,
            OwnerId = CurrentUser.Id, Roles = [PartyRoles.Customer],
        };
        if (!isCompany || lead.PersonName is null)
        {
            AddReach(party, lead);
        }
        if (lead.City is not null || lead.Province is not null)
        {
            party.Addresses.Add(new PartyAddressDto { City = lead.City, Province = lead.Province });
        }
        var id = await partyService.CreateAsync(party);
        await CurrentUnitOfWork!.SaveChangesAsync(); // contact and opportunity look it up
        return id;
    }

    /// <summary>The person who asked is a contact of the company; a person who is known there already is not made again.</summary>
    private async Task AddContactAsync(Lead lead, Guid customer, bool isNew)
    {
        if (lead.PersonName is null || (await parties.GetAsync(customer)).Kind == PartyKind.Person)
        {
            return;
        }
        var known = isNew ? [] : (await partyService.GetTwinsAsync(new PartyTwinInput { Name = lead.PersonName, Phone = lead.Mobile })).Seen.FindAll(twin => twin.Id != customer);
        var names = known.ConvertAll(twin => twin.Id);
        var person = names.Count == 0 ? null : await AsyncExecuter.FirstOrDefaultAsync(
            (await parties.GetQueryableAsync()).Where(party => names.Contains(party.Id) && party.Kind == PartyKind.Person));
        await contacts.AddAsync(new AddContactDto
        {
            CustomerId = customer, PersonId = person?.Id, LastName = lead.PersonName, Mobile = lead.Mobile, Email = lead.Email,
            Position = lead.Position, IsDecisionMaker = lead.Authority == BuyingRole.Decider,
        });
    }

    private async Task<Guid> OpenAsync(Lead lead, Guid customer, ConvertLeadDto input)
    {
        var budget = lead.Budget;
        var id = await opportunityService.OpenAsync(new OpenOpportunityDto
        {
            CustomerId = customer, Title = string.IsNullOrWhiteSpace(input.Title) ? lead.Interest is { Length: <= OpportunityConsts.MaxTitleLength } interest ? interest : lead.Name : input.Title,
            Amount = input.Amount ?? budget?.ToDecimal(), Currency = budget?.Currency ?? Currencies.Rial,
            ExpectedClose = input.ExpectedClose ?? lead.BuyOn ?? DateOnly.FromDateTime(Clock.Now).AddDays(DaysToClose),
            Need = Join(lead.Pain, lead.Requirements, lead.WishedResult), SourceId = lead.SourceId, IsAnother = true,
        });
        await CurrentUnitOfWork!.SaveChangesAsync();
        (await opportunities.GetAsync(id)).SetOrigin(lead.SourceId, lead.Id);
        return id;
    }

    /// <summary>What was answered about the customer itself is nearer to the truth than what was about one of its leads.</summary>
    private async Task TakeFitAlongAsync(Lead lead, Guid customerId)
    {
        if (lead.FitAnswer is { } answer)
        {
            var customer = await customers.FindAsync(customerId) ?? await customers.InsertAsync(new Customer(customerId));
            if (customer.Fit is null) { customer.Judge(answer); }
        }
    }

    private static void AddReach(CreatePartyDto party, Lead lead)
    {
        party.ContactPoints.AddIfGiven(PartyContactPointType.Mobile, lead.Mobile);
        party.ContactPoints.AddIfGiven(PartyContactPointType.Phone, lead.Phone);
        party.ContactPoints.AddIfGiven(PartyContactPointType.Email, lead.Email);
    }

    private static string? Join(params string?[] texts) => string.Join('\n', texts.OfType<string>()) is { Length: > 0 } text ? text[..Math.Min(text.Length, OpportunityConsts.MaxNeedLength)] : null;

    private async Task<Guid?> KnownAsync(Guid? choiceId) => choiceId is { } id
        ? (await choices.GetListAsync()).Find(choice => choice.Id == id)?.Id ?? throw new EntityNotFoundException(typeof(Choice), id)
        : null;

    /// <summary>A lead belongs where its owner does.</summary>
    private async Task<Guid?> UnitOfAsync(Guid? owner) =>
        owner is { } user && (await units.GetAsync(user)).Own is [var first, ..] ? first : null;

    private async Task<Guid?> UserAsync(Guid? userId)
    {
        if (userId is { } id && await users.FindByIdAsync(id) is null)
        {
            throw new BusinessException(CrmErrorCodes.UnknownOwner);
        }
        return userId;
    }

    private LeadRow ToRow(Lead lead, List<ChoiceDto> lists, string? owner)
    {
        var row = new LeadRow
        {
            Id = lead.Id, PersonName = lead.PersonName, CompanyName = lead.CompanyName, Status = lead.Status, SourceId = lead.SourceId, FirstTouchAt = lead.FirstTouchAt,
            LastTouchAt = lead.LastTouchAt, Round = lead.Round, OwnerId = lead.OwnerId, NextStep = lead.NextStep, NextStepOn = lead.NextStepOn,
            AnswerDueAt = lead.AnswerDueAt, AnsweredAt = lead.AnsweredAt,
        };
        Complete(row, lists, owner);
        return row;
    }

    private void Complete(LeadRow row, List<ChoiceDto> lists, string? owner)
    {
        row.OwnerName = owner;
        row.IsLate = row.Status.IsOpen() && row.AnsweredAt is null && row.AnswerDueAt < Clock.Now;
        row.Source = lists.Find(choice => choice.Id == row.SourceId)?.Name;
        row.IsStale = row.Status.IsOpen() && row.LastTouchAt < Clock.Now.AddDays(-LeadConsts.StaleDays)
            && (row.NextStepOn is null || row.NextStepOn < DateOnly.FromDateTime(Clock.Now));
    }

    private static LeadIdentity Identity(SaveLeadDto input) => new(
        input.PersonName, input.CompanyName, input.Position, input.Mobile, input.Phone, input.Email, input.Province, input.City);

    private static LeadNeeds Needs(SaveLeadDto input) => new()
    {
        HasBudget = input.HasBudget, Budget = input.Budget is { } budget ? Money.Of(budget, input.BudgetCurrency) : null, Interest = input.Interest, Pain = input.Pain,
        Requirements = input.Requirements, WishedResult = input.WishedResult, Urgency = input.Urgency, BuyOn = input.BuyOn, Deciders = input.Deciders,
        BuyingProcess = input.BuyingProcess, Authority = input.Authority, Competitors = input.Competitors, Objections = input.Objections,
    };

    private static SaveLeadDto ToFields(Lead lead) => new()
    {
        PersonName = lead.PersonName, CompanyName = lead.CompanyName, Position = lead.Position, Mobile = lead.Mobile, Phone = lead.Phone, Email = lead.Email,
        Province = lead.Province, City = lead.City, SourceId = lead.SourceId, HasBudget = lead.HasBudget, Budget = lead.Budget?.ToDecimal(),
        BudgetCurrency = lead.BudgetCurrency ?? Currencies.Rial, Interest = lead.Interest, Pain = lead.Pain, Requirements = lead.Requirements,
        WishedResult = lead.WishedResult, Urgency = lead.Urgency, BuyOn = lead.BuyOn, Deciders = lead.Deciders, BuyingProcess = lead.BuyingProcess,
        Authority = lead.Authority, Competitors = lead.Competitors, Objections = lead.Objections,
    };
}
