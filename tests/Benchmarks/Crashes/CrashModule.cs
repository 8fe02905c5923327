using Crm.Activities;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.AspNetCore.Routing;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.EventBus;
using Volo.Abp.EventBus.Distributed;
using Volo.Abp.Guids;
using Volo.Abp.Modularity;
using Volo.Abp.MultiTenancy;
using Volo.Abp.Timing;
using Volo.Abp.Uow;
using Workspace;

namespace Benchmarks.Crashes;

/// <summary>The workspace with a door through which a test tells it something: what is told goes by outbox and inbox to a handler that writes a note.</summary>
[DependsOn(typeof(WorkspaceModule))]
public class CrashModule : AbpModule
{
    public override void ConfigureServices(ServiceConfigurationContext context) => Configure<AbpEndpointRouterOptions>(options =>
        options.EndpointConfigureActions.Add(routes => routes.Endpoints.MapPost("/tell", TellAsync).AllowAnonymous()));

    /// <summary>Answers when the outbox's row is committed.</summary>
    private static async Task TellAsync(HttpContext http, Guid tenant, Guid party, string text, IUnitOfWorkManager units, IDistributedEventBus events)
    {
        using var unit = units.Begin(requiresNew: true, isTransactional: true);
        await events.PublishAsync(new ToldEto(tenant, party, text));
        await unit.CompleteAsync();
        await http.Response.WriteAsync("told");
    }
}

[EventName("Tests.Told")]
public record ToldEto(Guid? TenantId, Guid PartyId, string Text);

public class ToldHandler(IRepository<Activity, Guid> activities, ICurrentTenant tenant, IGuidGenerator guids, IClock clock) : IDistributedEventHandler<ToldEto>, ITransientDependency
{
    /// <remarks>Adds whatever comes: that it comes once is what the test is about.</remarks>
    public virtual async Task HandleEventAsync(ToldEto told)
    {
        using var change = tenant.Change(told.TenantId);
        await activities.InsertAsync(Activity.Log(guids.Create(), ActivityKind.Note, told.PartyId, told.Text, clock.Now, clock.Now, ownerId: null));
    }
}
