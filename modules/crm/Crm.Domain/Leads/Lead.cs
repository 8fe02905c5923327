using Crm.Customers;
using Crm.Opportunities;
using Kernel.Identifiers;
using Kernel.Monetary;
using Kernel.Texts;
using Volo.Abp;
using Volo.Abp.Auditing;
using Volo.Abp.Domain.Entities.Auditing;
using Volo.Abp.MultiTenancy;

namespace Crm.Leads;

/// <summary>An enquiry that is not yet qualified. It is converted, disqualified or goes back to marketing; what happened stays.</summary>
public class Lead : FullAuditedAggregateRoot<Guid>, IMultiTenant
{
    private readonly List<LeadEvent> _events = [];

    public Guid? TenantId { get; private set; }
    public string? PersonName { get; private set; }
    public string? CompanyName { get; private set; }
    public string? Position { get; private set; }

    /// <summary>+98…</summary>
    public string? Mobile { get; private set; }
    public string? Phone { get; private set; }
    public string? Email { get; private set; }
    public string? Province { get; private set; }
    public string? City { get; private set; }

    /// <summary>Folded names.</summary>
    [DisableAuditing]
    public string SearchKey { get; private set; } = "";

    public LeadStatus Status { get; private set; } = LeadStatus.NotContacted;
    public LeadChannel Channel { get; private set; }
    public Guid? SourceId { get; private set; }
    public string? UtmSource { get; private set; }
    public string? UtmMedium { get; private set; }
    public string? UtmCampaign { get; private set; }
    public string? UtmTerm { get; private set; }
    public string? UtmContent { get; private set; }

    /// <summary>The public form through which it came.</summary>
    public Guid? FormId { get; private set; }

    /// <summary>When it came in, in UTC. A later touch leaves it as it is.</summary>
    public DateTime FirstTouchAt { get; private set; }

    /// <summary>When somebody last did something with it, in UTC.</summary>
    public DateTime LastTouchAt { get; private set; }

    /// <summary>1 at first; one more each time it comes back from marketing.</summary>
    public int Round { get; private set; } = 1;
    public DateOnly? RecycledUntil { get; private set; }

    public bool? HasBudget { get; private set; }
    public long? BudgetAmount { get; private set; }
    public string? BudgetCurrency { get; private set; }
    public string? Interest { get; private set; }
    public string? Pain { get; private set; }
    public string? Requirements { get; private set; }
    public string? WishedResult { get; private set; }
    public LeadUrgency? Urgency { get; private set; }
    public DateOnly? BuyOn { get; private set; }
    public int? Deciders { get; private set; }
    public string? BuyingProcess { get; private set; }
    public BuyingRole? Authority { get; private set; }
    public string? Competitors { get; private set; }
    public string? Objections { get; private set; }

    /// <summary>Whether it is the customer we wish for; null while nobody has answered.</summary>
    public CustomerFit? Fit { get; private set; }
    public string? FitNote { get; private set; }

    /// <summary>Who answered.</summary>
    public Guid? FitById { get; private set; }

    /// <summary>When, in UTC.</summary>
    public DateTime? FitAt { get; private set; }
    public FitAnswer? FitAnswer => Fit is { } fit ? new FitAnswer(fit, FitNote, FitById, FitAt!.Value) : null;

    public Guid? OwnerId { get; private set; }
    public Guid? UnitId { get; private set; }
    public string? NextStep { get; private set; }
    public DateOnly? NextStepOn { get; private set; }

    /// <summary>When it was handed to its owner, in UTC.</summary>
    public DateTime? AssignedAt { get; private set; }

    /// <summary>Until when its owner is to answer, in UTC.</summary>
    public DateTime? AnswerDueAt { get; private set; }

    /// <summary>When somebody first answered since it was handed over, in UTC.</summary>
    public DateTime? AnsweredAt { get; private set; }

    public Guid? ReasonId { get; private set; }
    public string? OutcomeNote { get; private set; }
    public DateTime? ClosedAt { get; private set; }
    public Guid? CustomerId { get; private set; }
    public Guid? OpportunityId { get; private set; }

    /// <summary>Its key in the system it was imported from.</summary>
    public string? ExternalKey { get; private set; }

    /// <summary>By the organisation's rules; 0 where it has none. It holds until <see cref="ScoreDueOn"/>, and is reckoned within minutes of that day's beginning.</summary>
    [DisableAuditing]
    public int Score { get; private set; }

    /// <summary>The day (UTC) on which the score is to be reckoned anew, because points fade or a rule was changed; null for never.</summary>
    [DisableAuditing]
    public DateOnly? ScoreDueOn { get; private set; }

    /// <summary>Further columns of an import or answers of a form: a JSON object of texts.</summary>
    public string? Attributes { get; private set; }

    public bool IsOpen => Status.IsOpen();
    public Money? Budget => BudgetAmount is { } amount ? new Money(amount, BudgetCurrency!) : null;

    /// <summary>What it is called in lists.</summary>
    public string Name => CompanyName ?? PersonName ?? "";

    /// <summary>Those of this unit of work only.</summary>
    public IReadOnlyCollection<LeadEvent> Events => _events;

    private Lead() { } // EF Core

    /// <param name="now">UTC.</param>
    /// <param name="externalKey">An imported lead may lack a way to reach it, because it is known by its key.</param>
    public Lead(Guid id, LeadIdentity identity, LeadChannel channel, Guid? sourceId, DateTime now, Guid eventId, Guid? tenantId, string? externalKey = null) : base(id)
    {
        (TenantId, Channel, SourceId, FirstTouchAt, LastTouchAt) = (tenantId, channel, sourceId, now, now);
        ExternalKey = StoredText.Optional(externalKey, nameof(externalKey), LeadConsts.MaxKeyLength);
        Identify(identity);
        _events.Add(new LeadEvent(eventId, this, LeadEventKind.Created, now, null));
    }

    /// <exception cref="BusinessException">There is no name, no way to reach them, or one that is not valid.</exception>
    public void Identify(LeadIdentity identity)
    {
        RefuseWhenClosed();
        PersonName = StoredText.Optional(identity.PersonName, nameof(identity), LeadConsts.MaxNameLength);
        CompanyName = StoredText.Optional(identity.CompanyName, nameof(identity), LeadConsts.MaxNameLength);
        Position = StoredText.Optional(identity.Position, nameof(identity), LeadConsts.MaxPositionLength);
        Province = StoredText.Optional(identity.Province, nameof(identity), LeadConsts.MaxPlaceLength);
        City = StoredText.Optional(identity.City, nameof(identity), LeadConsts.MaxPlaceLength);
        (Mobile, Phone, Email) = (ToPhone(identity.Mobile), ToPhone(identity.Phone), ToEmail(identity.Email));
        if (PersonName is null && CompanyName is null)
        {
            throw new BusinessException(CrmErrorCodes.LeadWithoutName);
        }
        if (Mobile is null && Phone is null && Email is null && ExternalKey is null)
        {
            throw new BusinessException(CrmErrorCodes.LeadNotReachable);
        }
        SearchKey = PersianText.SearchKey($"{PersonName} {CompanyName}");
    }

    public void Describe(LeadNeeds needs)
    {
        RefuseWhenClosed();
        if (needs.Budget is { IsNegative: true })
        {
            throw new BusinessException(CrmErrorCodes.AmountNegative);
        }
        (HasBudget, BudgetAmount, BudgetCurrency) = (needs.HasBudget ?? (needs.Budget is null ? null : true), needs.Budget?.Amount, needs.Budget?.Currency);
        (Urgency, BuyOn, Deciders, Authority) = (needs.Urgency, needs.BuyOn, needs.Deciders, needs.Authority);
        (Interest, Pain, Requirements) = (Text(needs.Interest), Text(needs.Pain), Text(needs.Requirements));
        (WishedResult, BuyingProcess, Competitors, Objections) = (Text(needs.WishedResult), Text(needs.BuyingProcess), Text(needs.Competitors), Text(needs.Objections));
    }

    /// <summary>Somebody answers whether it is the customer we wish for; the answer before it stays in the history of changes.</summary>
    public void Judge(FitAnswer answer)
    {
        RefuseWhenClosed();
        FitNote = StoredText.Optional(answer.Note, nameof(answer), CustomerConsts.MaxFitNoteLength);
        (Fit, FitById, FitAt) = (answer.Fit, answer.ById, answer.At);
    }

    public void CameBy(LeadUtm utm) => (UtmSource, UtmMedium, UtmCampaign, UtmTerm, UtmContent) =
        (Utm(utm.Source), Utm(utm.Medium), Utm(utm.Campaign), Utm(utm.Term), Utm(utm.Content));

    public void CameThrough(Guid formId) => FormId = formId;

    public void Reckoned(int score, DateOnly? dueOn) => (Score, ScoreDueOn) = (score, dueOn);

    public void SetSource(Guid? sourceId) => SourceId = sourceId;

    public void Keep(string? attributes) => Attributes = attributes is null ? null : Check.Length(attributes, nameof(attributes), LeadConsts.MaxAttributesLength);

    /// <param name="on">The day of the next contact; one in the future needs it.</param>
    /// <param name="name">How a missing part is called in the reader's language, for the refusal.</param>
    /// <exception cref="BusinessException">Junk and lost are an outcome with a reason; a qualified one lacks something.</exception>
    public void SetStatus(LeadStatus status, DateOnly? on, DateTime now, Guid eventId, Func<string, string> name)
    {
        RefuseWhenClosed();
        if (!status.IsOpen())
        {
            throw new BusinessException(CrmErrorCodes.LeadStatusIsOutcome);
        }
        if (status == LeadStatus.ContactInFuture && on is null)
        {
            throw new BusinessException(CrmErrorCodes.LeadNeedsDay);
        }
        if (status == LeadStatus.Qualified && Unknown() is { Count: > 0 } unknown)
        {
            throw new BusinessException(CrmErrorCodes.LeadNotQualified).WithData("Missing", unknown.Select(name).Listed());
        }
        Status = status;
        NextStepOn = on ?? NextStepOn;
        Happened(LeadEventKind.StatusChanged, now, eventId, null);
    }

    /// <summary>What is not known yet of need, budget, timeline and who decides.</summary>
    public IReadOnlyList<string> Unknown() =>
    [
        .. new (string Part, bool IsKnown)[]
        {
            (nameof(LeadNeeds.Budget), HasBudget is not null),
            ("Need", Pain is not null || Requirements is not null || Interest is not null),
            ("Timeline", Urgency is not null || BuyOn is not null),
            (nameof(LeadNeeds.Deciders), Deciders > 0 || Authority == BuyingRole.Decider),
        }.Where(part => !part.IsKnown).Select(part => part.Part)
    ];

    /// <summary>A call, message, meeting or note. The first one that reached them moves it on from "not contacted".</summary>
    public void Touch(LeadEventKind kind, string? text, bool wasReached, DateTime now, Guid eventId)
    {
        RefuseWhenClosed();
        if (kind is not (LeadEventKind.Call or LeadEventKind.Message or LeadEventKind.Meeting or LeadEventKind.Note))
        {
            throw new ArgumentException("Not something people do with a lead.", nameof(kind));
        }
        if (kind != LeadEventKind.Note && Status is LeadStatus.NotContacted or LeadStatus.AttemptingContact)
        {
            Status = wasReached ? LeadStatus.Contacted : LeadStatus.AttemptingContact;
        }
        Happened(kind, now, eventId, text);
    }

    /// <summary>They wrote once more; that is no answer of ours.</summary>
    public void WroteAgain(string text, DateTime now, Guid eventId)
    {
        RefuseWhenClosed();
        LastTouchAt = now;
        _events.Add(new LeadEvent(eventId, this, LeadEventKind.Message, now, text));
    }

    public void PlanNextStep(string? nextStep, DateOnly? on)
    {
        RefuseWhenClosed();
        (NextStep, NextStepOn) = (StoredText.Optional(nextStep, nameof(nextStep), LeadConsts.MaxNextStepLength), on);
    }

    public void SetOwner(Guid? ownerId, Guid? unitId) => (OwnerId, UnitId) = (ownerId, unitId);

    /// <param name="answerDueAt">Until when the new owner is to answer, in UTC; null for no matter when.</param>
    /// <param name="asSubstitute">Because nobody else was at work.</param>
    public void HandOver(Guid ownerId, Guid? unitId, string? text, DateTime now, Guid eventId, DateTime? answerDueAt = null, bool asSubstitute = false)
    {
        RefuseWhenClosed();
        SetOwner(ownerId, unitId);
        (AssignedAt, AnswerDueAt, AnsweredAt) = (now, answerDueAt, null);
        Happened(asSubstitute ? LeadEventKind.AssignedToSubstitute : LeadEventKind.Assigned, now, eventId, text);
    }

    /// <param name="asJunk">It counts in no rate.</param>
    public void Disqualify(Guid? reasonId, bool asJunk, string? note, DateTime now, Guid eventId)
    {
        RefuseWhenClosed();
        if (reasonId is null)
        {
            throw new BusinessException(CrmErrorCodes.DisqualifiedWithoutReason);
        }
        (Status, ReasonId, ClosedAt, NextStep, NextStepOn) = (asJunk ? LeadStatus.Junk : LeadStatus.Lost, reasonId, now, null, null);
        OutcomeNote = Text(note);
        Happened(LeadEventKind.Disqualified, now, eventId, note);
    }

    /// <summary>Back to marketing until a day; the first round stays in its history.</summary>
    public void Recycle(DateOnly until, string reason, DateTime now, Guid eventId)
    {
        RefuseWhenClosed();
        if (until <= DateOnly.FromDateTime(now))
        {
            throw new BusinessException(CrmErrorCodes.RecycledIntoPast);
        }
        var text = StoredText.Required(reason, nameof(reason), LeadConsts.MaxTextLength);
        (Status, RecycledUntil, Round, NextStep, NextStepOn) = (LeadStatus.NotContacted, until, Round + 1, null, until);
        Happened(LeadEventKind.Recycled, now, eventId, text);
    }

    public void Reopen(DateTime now, Guid eventId)
    {
        if (IsOpen || Status == LeadStatus.Converted)
        {
            throw new BusinessException(CrmErrorCodes.LeadNotDisqualified).WithData("Name", Name);
        }
        (Status, ReasonId, OutcomeNote, ClosedAt) = (LeadStatus.Contacted, null, null, null);
        Happened(LeadEventKind.Reopened, now, eventId, null);
    }

    /// <param name="customerId">The party it became; null for an imported one whose customer nobody keeps.</param>
    public void Convert(Guid? customerId, Guid? opportunityId, DateTime now, Guid eventId)
    {
        RefuseWhenClosed();
        (Status, CustomerId, OpportunityId, ClosedAt, NextStep, NextStepOn) = (LeadStatus.Converted, customerId, opportunityId, now, null, null);
        Happened(LeadEventKind.Converted, now, eventId, null);
    }

    private void Happened(LeadEventKind kind, DateTime now, Guid eventId, string? text)
    {
        LastTouchAt = now;
        if (kind is LeadEventKind.Call or LeadEventKind.Message or LeadEventKind.Meeting or LeadEventKind.Disqualified or LeadEventKind.Recycled or LeadEventKind.Converted)
        {
            AnsweredAt ??= now;
        }
        _events.Add(new LeadEvent(eventId, this, kind, now, text));
    }

    /// <summary>It came in, and nobody of those who would be given it is at work: it stays in the queue and says so.</summary>
    public void FoundNobody(string ruleName, DateTime now, Guid eventId) => _events.Add(new LeadEvent(eventId, this, LeadEventKind.FoundNobody, now, ruleName));

    /// <exception cref="BusinessException">It is converted or disqualified.</exception>
    public void RefuseWhenClosed()
    {
        if (!IsOpen)
        {
            throw new BusinessException(CrmErrorCodes.LeadClosed).WithData("Name", Name);
        }
    }

    private static string? Text(string? text) => StoredText.Optional(text, nameof(text), LeadConsts.MaxTextLength);

    private static string? Utm(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim()[..Math.Min(text.Trim().Length, LeadConsts.MaxUtmLength)];

    private static string? ToPhone(string? raw) =>
        string.IsNullOrWhiteSpace(raw) ? null
        : PhoneNumber.TryNormalize(raw, out var phone) ? phone
        : throw new BusinessException(CrmErrorCodes.LeadWrongPhone).WithData("Value", raw);

    private static string? ToEmail(string? raw) =>
        string.IsNullOrWhiteSpace(raw) ? null
        : EmailAddress.TryNormalize(raw, out var email) ? email
        : throw new BusinessException(CrmErrorCodes.LeadWrongEmail).WithData("Value", raw);
}
