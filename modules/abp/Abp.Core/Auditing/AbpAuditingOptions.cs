using System.Linq.Expressions;
using Volo.Abp.DependencyInjection;

namespace Volo.Abp.Auditing;

public class AbpAuditingOptions
{
    /// <summary>A failure to save the log is logged, and what was done stands.</summary>
    public bool HideErrors { get; set; } = true;
    public bool IsEnabled { get; set; } = true;

    /// <summary>Null unless set.</summary>
    public string? ApplicationName { get; set; }
    public bool IsEnabledForAnonymousUsers { get; set; } = true;
    public bool AlwaysLogOnException { get; set; } = true;
    public bool DisableLogActionInfo { get; set; }
    public bool IsEnabledForIntegrationServices { get; set; }

    /// <summary>Also what was only read.</summary>
    public bool IsEnabledForGetRequests { get; set; }
    public List<AuditLogContributor> Contributors { get; } = [];

    /// <summary>Arguments of these types are left out.</summary>
    public List<Type> IgnoredTypes { get; } = [typeof(Stream), typeof(Expression), typeof(CancellationToken)];

    /// <summary>The entities whose changes are recorded, beside those that are [Audited].</summary>
    public IEntityHistorySelectorList EntityHistorySelectors { get; } = new EntityHistorySelectorList();
    public List<Func<AuditLogInfo, Task<bool>>> AlwaysLogSelectors { get; } = [];
    public bool SaveEntityHistoryWhenNavigationChanges { get; set; } = true;
}

public interface IEntityHistorySelectorList : IList<NamedTypeSelector>
{
    bool RemoveByName(string name);
}

internal class EntityHistorySelectorList : List<NamedTypeSelector>, IEntityHistorySelectorList
{
    public bool RemoveByName(string name) => RemoveAll(selector => selector.Name == name) > 0;
}

public static class EntityHistorySelectorListExtensions
{
    public const string AllEntitiesSelectorName = "Abp.Entities.All";

    public static void AddAllEntities(this IEntityHistorySelectorList selectors)
    {
        if (selectors.All(selector => selector.Name != AllEntitiesSelectorName))
        {
            selectors.Add(new NamedTypeSelector(AllEntitiesSelectorName, Domain.Entities.EntityHelper.IsEntity));
        }
    }
}

/// <summary>Adds to each log what the core cannot know, as a web request's address.</summary>
public abstract class AuditLogContributor
{
    public virtual void PreContribute(AuditLogContributionContext context)
    {
    }

    public virtual void PostContribute(AuditLogContributionContext context)
    {
    }
}

public class AuditLogContributionContext(IServiceProvider serviceProvider, AuditLogInfo auditInfo) : IServiceProviderAccessor
{
    public IServiceProvider ServiceProvider { get; } = serviceProvider;
    public AuditLogInfo AuditInfo { get; } = auditInfo;
}
