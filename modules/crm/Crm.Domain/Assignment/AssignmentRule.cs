using Crm.Leads;
using Kernel.Texts;
using Volo.Abp;
using Volo.Abp.Domain.Entities;
using Volo.Abp.Domain.Entities.Auditing;
using Volo.Abp.MultiTenancy;

namespace Crm.Assignment;

/// <summary>Which new leads go to whom, and how soon they are to be answered. The first rule that fits counts.</summary>
public class AssignmentRule : FullAuditedAggregateRoot<Guid>, IMultiTenant
{
    private readonly List<AssignmentMember> _members = [];

    public Guid? TenantId { get; private set; }
    public string Name { get; private set; } = null!;
    public int Order { get; private set; }

    /// <summary>Only leads of this source.</summary>
    public Guid? SourceId { get; private set; }

    /// <summary>Only leads of this territory: a province or city, folded.</summary>
    public string? Place { get; private set; }
    public AssignmentMode Mode { get; private set; }

    /// <summary>Within so many working minutes somebody is to answer.</summary>
    public int AnswerMinutes { get; private set; }

    /// <summary>Who gets a lead when none of the members is at work; nobody when it then stays in the queue.</summary>
    public Guid? SubstituteId { get; private set; }

    /// <summary>Who got the last one.</summary>
    public Guid? LastUserId { get; private set; }
    public IReadOnlyCollection<AssignmentMember> Members => _members;

    private AssignmentRule() { } // EF Core

    public AssignmentRule(Guid id, string name, int order, AssignmentMode mode, int answerMinutes, IReadOnlyList<Guid> members, Guid? tenantId) : base(id)
    {
        (Order, Mode, TenantId) = (order, mode, tenantId);
        Name = StoredText.Required(name, nameof(name), AssignmentConsts.MaxNameLength);
        AnswerMinutes = answerMinutes is > 0 and <= AssignmentConsts.MaxAnswerMinutes ? answerMinutes : throw new BusinessException(CrmErrorCodes.AnswerTimeOutOfRange);
        if (members.Count is 0 or > AssignmentConsts.MaxMembers)
        {
            throw new BusinessException(CrmErrorCodes.RuleWithoutMembers);
        }
        _members.AddRange(members.Distinct().Select((user, i) => new AssignmentMember(id, user, i + 1, tenantId)));
    }

    /// <param name="place">A province or city.</param>
    public void OnlyFor(Guid? sourceId, string? place) =>
        (SourceId, Place) = (sourceId, PersianText.CompactKey(place) is { Length: > 0 } key ? key[..Math.Min(key.Length, LeadConsts.MaxPlaceLength)] : null);

    public bool Fits(Lead lead) =>
        (SourceId is null || SourceId == lead.SourceId) && (Place is null || Place == PersianText.CompactKey(lead.Province) || Place == PersianText.CompactKey(lead.City));

    public void WhenAllAreAway(Guid? substituteId) => SubstituteId = substituteId;

    /// <param name="loads">How many open leads each has; who is left out has none.</param>
    /// <param name="takers">To whom new work may go now.</param>
    /// <returns>Null when nobody is left; the substitute takes no part in the turn.</returns>
    public Guid? Choose(IReadOnlyDictionary<Guid, int> loads, IReadOnlySet<Guid> takers)
    {
        var inTurn = _members.OrderBy(member => member.Ordinal).Select(member => member.UserId).ToList();
        var after = LastUserId is { } last ? inTurn.IndexOf(last) + 1 : 0;
        var order = inTurn.Skip(after).Concat(inTurn.Take(after)).Where(takers.Contains).ToList();
        if (order.Count == 0)
        {
            return SubstituteId is { } substitute && takers.Contains(substitute) ? substitute : null;
        }
        var chosen = Mode == AssignmentMode.ByLoad ? order.MinBy(user => loads.GetValueOrDefault(user)) : order[0];
        LastUserId = chosen;
        return chosen;
    }

    public bool HasMember(Guid userId) => _members.Exists(member => member.UserId == userId);

    internal void MoveTo(int order) => Order = order;
}

public class AssignmentMember : Entity, IMultiTenant
{
    public Guid? TenantId { get; private set; }
    public Guid RuleId { get; private set; }
    public Guid UserId { get; private set; }
    public int Ordinal { get; private set; }

    private AssignmentMember() { } // EF Core

    internal AssignmentMember(Guid ruleId, Guid userId, int ordinal, Guid? tenantId) =>
        (RuleId, UserId, Ordinal, TenantId) = (ruleId, userId, ordinal, tenantId);

    public override object?[] GetKeys() => [RuleId, UserId];
}
