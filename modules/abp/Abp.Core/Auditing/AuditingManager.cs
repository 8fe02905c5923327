using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Volo.Abp.DependencyInjection;

namespace Volo.Abp.Auditing;

public interface IAuditLogScope
{
    AuditLogInfo Log { get; }
}

public interface IAuditLogSaveHandle : IDisposable
{
    Task SaveAsync();
}

/// <summary>The log of the running request; outside one, begin a scope and save it.</summary>
public interface IAuditingManager
{
    IAuditLogScope? Current { get; }
    IAuditLogSaveHandle BeginScope();
}

/// <summary>Closes a log whose saving has to wait.</summary>
internal interface IFinishableAuditLog
{
    AuditLogInfo Finish();
}

/// <summary>Where logs are kept.</summary>
public interface IAuditingStore
{
    Task SaveAsync(AuditLogInfo auditInfo);
}

/// <summary>Writes logs to the application's own log: there is no module that keeps them.</summary>
[Dependency(TryRegister = true)]
[ExposeServices(typeof(IAuditingStore))]
internal class SimpleLogAuditingStore(ILogger<SimpleLogAuditingStore> logger) : IAuditingStore, ISingletonDependency
{
    public Task SaveAsync(AuditLogInfo auditInfo)
    {
        logger.LogInformation("{AuditLog}", auditInfo.ToString());
        return Task.CompletedTask;
    }
}

internal class AuditingManager(
    IAuditingHelper helper, IServiceProvider serviceProvider,
    IOptions<AbpAuditingOptions> options, ILogger<AuditingManager> logger) : IAuditingManager, ITransientDependency
{
    private static readonly AsyncLocal<Scope?> Ambient = new();

    public IAuditLogScope? Current => Ambient.Value;

    public IAuditLogSaveHandle BeginScope() => Ambient.Value = new Scope(this, helper.CreateAuditLogInfo(), Ambient.Value);

    /// <remarks>Everybody who adds to a log has a manager, and only one saves it: the store is made then.</remarks>
    private Task SaveAsync(AuditLogInfo log) => serviceProvider.GetRequiredService<IAuditingStore>().SaveAsync(log);

    private void Finish(Scope scope)
    {
        scope.Stopwatch.Stop();
        scope.Log.ExecutionDuration = (int)scope.Stopwatch.Elapsed.TotalMilliseconds;
        var context = new AuditLogContributionContext(serviceProvider, scope.Log);
        foreach (var contributor in options.Value.Contributors)
        {
            try
            {
                contributor.PostContribute(context);
            }
            catch (Exception exception)
            {
                logger.LogWarning(exception, "{Contributor} could not add to the audit log.", contributor.GetType());
            }
        }

        MergeEntityChanges(scope.Log);
    }

    private static void MergeEntityChanges(AuditLogInfo log)
    {
        var merged = new Dictionary<(string?, string?, EntityChangeType), EntityChangeInfo>();
        foreach (var change in log.EntityChanges)
        {
            if (!merged.TryAdd((change.EntityTypeFullName, change.EntityId, change.ChangeType), change))
            {
                merged[(change.EntityTypeFullName, change.EntityId, change.ChangeType)].Merge(change);
            }
        }

        log.EntityChanges.Clear();
        log.EntityChanges.AddRange(merged.Values);
    }

    private sealed class Scope(AuditingManager manager, AuditLogInfo log, Scope? outer) : IAuditLogScope, IAuditLogSaveHandle, IFinishableAuditLog
    {
        public AuditLogInfo Log { get; } = log;
        public Stopwatch Stopwatch { get; } = Stopwatch.StartNew();

        public AuditLogInfo Finish()
        {
            manager.Finish(this);
            return Log;
        }

        public Task SaveAsync() => manager.SaveAsync(Finish());

        public void Dispose() => Ambient.Value = outer;
    }
}
