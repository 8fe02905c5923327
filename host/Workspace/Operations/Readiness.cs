using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Volo.Abp.EntityFrameworkCore;
using Volo.Abp.Uow;
using Workspace.Data;
using Workspace.Databases;

namespace Workspace.Operations;

/// <summary>
/// For load balancers and supervisors: <c>/health/live</c> says that the process answers, <c>/health/ready</c> that it reaches its database and is not
/// about to stop. Both answer with one word and tell nobody more. A node whose database takes no changes still serves readers: <c>Degraded</c>, status 200.
/// </summary>
public class Readiness(IUnitOfWorkManager units, IDbContextProvider<WorkspaceDbContext> contexts, DatabaseTroubleWatch troubles, IHostApplicationLifetime lifetime) : IHealthCheck
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    internal static void Add(IServiceCollection services) => services.AddHealthChecks().AddCheck<Readiness>("database", timeout: Patience);

    internal static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false }).AllowAnonymous();
        endpoints.MapHealthChecks("/health/ready").AllowAnonymous();
    }

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        if (lifetime.ApplicationStopping.IsCancellationRequested) { return HealthCheckResult.Unhealthy("It is stopping."); }
        using var unit = units.Begin(requiresNew: true);
        if (!await (await contexts.GetDbContextAsync()).Database.CanConnectAsync(cancellationToken)) { return HealthCheckResult.Unhealthy("The database cannot be reached."); }
        return troubles.Current is DatabaseTrouble.Full or DatabaseTrouble.ReadOnly ? HealthCheckResult.Degraded("The database takes no changes.") : HealthCheckResult.Healthy();
    }
}
