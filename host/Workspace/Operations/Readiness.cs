using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Volo.Abp.EntityFrameworkCore;
using Volo.Abp.Uow;
using Workspace.Data;

namespace Workspace.Operations;

/// <summary>
/// For load balancers and supervisors: <c>/health/live</c> says that the process answers, <c>/health/ready</c> that it reaches its database and is not
/// about to stop. Both answer with one word and tell nobody more.
/// </summary>
public class Readiness(IUnitOfWorkManager units, IDbContextProvider<WorkspaceDbContext> contexts, IHostApplicationLifetime lifetime) : IHealthCheck
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
        return await (await contexts.GetDbContextAsync()).Database.CanConnectAsync(cancellationToken)
            ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy("The database cannot be reached.");
    }
}
