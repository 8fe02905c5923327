using System.Collections.Concurrent;
using System.Security.Claims;
using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Volo.Abp.Authorization.Permissions;
using Volo.Abp.MultiTenancy;
using Volo.Abp.Security.Claims;

namespace Workspace.Rights;

/// <summary>
/// Remembers for some seconds what a person may do: menu, page and modules ask some hundred times for a page. All is forgotten as soon as anything is
/// removed from the distributed cache (<see cref="MarkedCache"/>), since whoever changes grants, features or settings removes what is cached of them.
/// </summary>
public class RememberedPermissions(
    Func<IPermissionChecker> checker, ICurrentPrincipalAccessor principal, ICurrentTenant tenant, IHttpContextAccessor http, IDistributedCache values, IMemoryCache cache)
    : IPermissionChecker
{
    /// <summary>How much longer than the cache it may be wrong when the word of another node's change was lost.</summary>
    private static readonly TimeSpan Lifetime = TimeSpan.FromSeconds(5);

    /// <summary>Puts it before the checker that is registered.</summary>
    public static void Add(IServiceCollection services)
    {
        var asked = services.Last(service => service.ServiceType == typeof(IPermissionChecker));
        services.Replace(ServiceDescriptor.Transient<IPermissionChecker>(provider => new RememberedPermissions(
            () => (IPermissionChecker)(asked.ImplementationFactory?.Invoke(provider) ?? ActivatorUtilities.CreateInstance(provider, asked.ImplementationType!)),
            provider.GetRequiredService<ICurrentPrincipalAccessor>(), provider.GetRequiredService<ICurrentTenant>(), provider.GetRequiredService<IHttpContextAccessor>(),
            provider.GetRequiredService<IDistributedCache>(), provider.GetRequiredService<IMemoryCache>())));
    }

    public Task<bool> IsGrantedAsync(string name) => IsGrantedAsync(principal.Principal, name);

    public Task<MultiplePermissionGrantResult> IsGrantedAsync(string[] names) => IsGrantedAsync(principal.Principal, names);

    public async Task<bool> IsGrantedAsync(ClaimsPrincipal? claimsPrincipal, string name)
    {
        if (Recall(claimsPrincipal) is not { } answers)
        {
            return await checker().IsGrantedAsync(claimsPrincipal, name);
        }
        if (!answers.TryGetValue(name, out var known))
        {
            answers[name] = known = await checker().IsGrantedAsync(claimsPrincipal, name) ? PermissionGrantResult.Granted : PermissionGrantResult.Prohibited;
        }
        return known == PermissionGrantResult.Granted;
    }

    public async Task<MultiplePermissionGrantResult> IsGrantedAsync(ClaimsPrincipal? claimsPrincipal, string[] names)
    {
        if (Recall(claimsPrincipal) is not { } answers)
        {
            return await checker().IsGrantedAsync(claimsPrincipal, names);
        }
        var result = new MultiplePermissionGrantResult();
        var unknown = new List<string>();
        foreach (var name in names)
        {
            if (answers.TryGetValue(name, out var known)) { result.Result[name] = known; } else { unknown.Add(name); }
        }
        if (unknown.Count > 0)
        {
            foreach (var (name, grant) in (await checker().IsGrantedAsync(claimsPrincipal, [.. unknown])).Result)
            {
                answers[name] = result.Result[name] = grant;
            }
        }
        return result;
    }

    /// <returns>What is known of the person in the current tenant; null outside of requests, and where nobody says that something has changed.</returns>
    private ConcurrentDictionary<string, PermissionGrantResult>? Recall(ClaimsPrincipal? claimsPrincipal)
    {
        if (http.HttpContext is not { } context || values is not MarkedCache marked)
        {
            return null;
        }
        var (tenantId, isReading) = (tenant.Id, HttpMethods.IsGet(context.Request.Method));
        var memory = context.Items[typeof(RememberedPermissions)] as Memory;
        // A request that only reads changes no grants; another may, and has to know.
        var mark = isReading && memory is not null ? memory.Mark : marked.Mark;
        if (memory is null || memory.Principal != claimsPrincipal || memory.TenantId != tenantId || memory.Mark != mark)
        {
            var answers = cache.GetOrCreate((nameof(RememberedPermissions), mark, tenantId, ToKey(claimsPrincipal)), entry =>
            {
                entry.AbsoluteExpirationRelativeToNow = Lifetime;
                return new ConcurrentDictionary<string, PermissionGrantResult>();
            })!;
            context.Items[typeof(RememberedPermissions)] = memory = new Memory(claimsPrincipal, tenantId, mark, answers);
        }
        return memory.Answers;
    }

    /// <summary>All that providers can read of a person: another role, key or impersonator is another person.</summary>
    private static string ToKey(ClaimsPrincipal? claimsPrincipal) =>
        claimsPrincipal is null ? "" : string.Join('\n', claimsPrincipal.Claims.Select(claim => $"{claim.Type}\t{claim.Value}").Prepend(claimsPrincipal.Identity?.AuthenticationType));

    /// <summary>Of a request: a principal is who it is by reference there.</summary>
    private sealed record Memory(ClaimsPrincipal? Principal, Guid? TenantId, Guid Mark, ConcurrentDictionary<string, PermissionGrantResult> Answers);
}
