using System.Linq.Expressions;
using Volo.Abp;
using Volo.Abp.Domain.Entities;

namespace Kernel.Rights;

/// <summary>How records belong to people. What is declared here holds in every repository of a class made from <see cref="RightsRepository{TDbContext, TEntity}"/>.</summary>
public class RecordRightsOptions
{
    private readonly Dictionary<Type, object> rules = [];
    private readonly Dictionary<Type, object> conditions = [];

    /// <summary>The entities whose records not everybody sees.</summary>
    public IReadOnlyCollection<Type> Protected => rules.Keys;

    /// <summary>Records that name the user and the organisation unit in charge.</summary>
    /// <param name="entity">The permission to see records of the kind.</param>
    public void Records<T>(string entity, Expression<Func<T, Guid?>> owner, Expression<Func<T, Guid?>> unit) =>
        rules[typeof(T)] = new OwnedRecords<T>(entity, owner, unit);

    /// <summary>Records that are seen with the record they belong to.</summary>
    public void RecordsFollow<T, TMaster>(Expression<Func<T, Guid>> master) where TMaster : class, IEntity<Guid> =>
        rules[typeof(T)] = new FollowingRecords<T, TMaster>(master);

    /// <summary>Records that belong to whom their master belongs, with a scope of their own. A master out of sight takes them along.</summary>
    /// <param name="entity">The permission to see records of the kind.</param>
    /// <param name="owner">Of records that have a user in charge too: he sees them as his own.</param>
    public void RecordsFollow<T, TMaster>(Expression<Func<T, Guid>> master, string entity, Expression<Func<T, Guid?>>? owner = null)
        where TMaster : class, IEntity<Guid> =>
        rules[typeof(T)] = new ScopedRecords<T, TMaster>(master, entity, owner);

    /// <summary>As the other, for a table of several kinds with a permission each.</summary>
    public void RecordsFollow<T, TMaster, TKind>(
        Expression<Func<T, Guid>> master, Expression<Func<T, TKind>> kind, IReadOnlyDictionary<TKind, string> entities)
        where TMaster : class, IEntity<Guid> where TKind : notnull =>
        rules[typeof(T)] = new RecordsOfKinds<T, TMaster, TKind>(master, kind, entities);

    /// <summary>Records that belong to a record of one kind or of another, and are seen with it.</summary>
    public void RecordsFollowOneOf<T, TOne, TOther>(Expression<Func<T, Guid?>> one, Expression<Func<T, Guid?>> other)
        where TOne : class, IEntity<Guid> where TOther : class, IEntity<Guid> =>
        rules[typeof(T)] = new FollowingOneOf<T, TOne, TOther>(one, other);

    /// <summary>Which of the records are seen at all, whatever scope the reader has: for what its people keep to themselves. Declare it beside the rule.</summary>
    /// <param name="seenBy">For the reader's id.</param>
    public void RecordsAreSeen<T>(Func<Guid?, Expression<Func<T, bool>>> seenBy) => conditions[typeof(T)] = seenBy;

    internal Func<Guid?, Expression<Func<T, bool>>>? ConditionOf<T>() => conditions.GetValueOrDefault(typeof(T)) as Func<Guid?, Expression<Func<T, bool>>>;

    internal IRecordRule<T>? RuleOf<T>() => rules.GetValueOrDefault(typeof(T)) as IRecordRule<T>;

    internal OwnedRecords<T> OwnedRuleOf<T>() => RuleOf<T>() as OwnedRecords<T>
        ?? throw new AbpException($"{typeof(T).Name} does not say who is in charge: declare Records<{typeof(T).Name}>.");
}
