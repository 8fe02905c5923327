using System.Security.Claims;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Volo.Abp.Authorization.Permissions;
using Volo.Abp.MultiTenancy;
using Volo.Abp.Security.Claims;

namespace Workspace.Rights;

/// <summary>
/// Remembers what was asked while a page is read: menu, page and modules ask some hundred times, often the same. Reading changes no
/// grants, so an answer holds for the request; a request that writes asks anew each time.
/// </summary>
public class RememberedPermissions(IPermissionChecker checker, ICurrentPrincipalAccessor principal, ICurrentTenant tenant, IHttpContextAccessor http) : IPermissionChecker
{
    /// <summary>Puts it before the checker that is registered.</summary>
    public static void Add(IServiceCollection services)
    {
        var asked = services.Last(service => service.ServiceType == typeof(IPermissionChecker));
        services.Replace(ServiceDescriptor.Transient<IPermissionChecker>(provider => ActivatorUtilities.CreateInstance<RememberedPermissions>(provider,
            asked.ImplementationFactory?.Invoke(provider) ?? ActivatorUtilities.CreateInstance(provider, asked.ImplementationType!))));
    }

    public Task<bool> IsGrantedAsync(string name) => IsGrantedAsync(principal.Principal, name);

    public Task<MultiplePermissionGrantResult> IsGrantedAsync(string[] names) => IsGrantedAsync(principal.Principal, names);

    public async Task<bool> IsGrantedAsync(ClaimsPrincipal? claimsPrincipal, string name)
    {
        if (Memory is not { } memory)
        {
            return await checker.IsGrantedAsync(claimsPrincipal, name);
        }
        var key = new Question(tenant.Id, claimsPrincipal, name);
        return memory.TryGetValue(key, out var known)
            ? known == PermissionGrantResult.Granted
            : (memory[key] = await checker.IsGrantedAsync(claimsPrincipal, name) ? PermissionGrantResult.Granted : PermissionGrantResult.Prohibited) == PermissionGrantResult.Granted;
    }

    public async Task<MultiplePermissionGrantResult> IsGrantedAsync(ClaimsPrincipal? claimsPrincipal, string[] names)
    {
        if (Memory is not { } memory)
        {
            return await checker.IsGrantedAsync(claimsPrincipal, names);
        }
        var unknown = names.Where(name => !memory.ContainsKey(new Question(tenant.Id, claimsPrincipal, name))).ToArray();
        if (unknown.Length > 0)
        {
            foreach (var (name, grant) in (await checker.IsGrantedAsync(claimsPrincipal, unknown)).Result)
            {
                memory[new Question(tenant.Id, claimsPrincipal, name)] = grant;
            }
        }
        var result = new MultiplePermissionGrantResult();
        foreach (var name in names)
        {
            result.Result[name] = memory[new Question(tenant.Id, claimsPrincipal, name)];
        }
        return result;
    }

    /// <summary>Of a request that only reads.</summary>
    private Dictionary<Question, PermissionGrantResult>? Memory
    {
        get
        {
            if (http.HttpContext is not { } context || !HttpMethods.IsGet(context.Request.Method))
            {
                return null;
            }
            if (context.Items[typeof(RememberedPermissions)] is not Dictionary<Question, PermissionGrantResult> memory)
            {
                context.Items[typeof(RememberedPermissions)] = memory = [];
            }
            return memory;
        }
    }

    /// <summary>A principal is who it is by reference: one that is put in its place has other claims.</summary>
    private readonly record struct Question(Guid? TenantId, ClaimsPrincipal? Principal, string Name);
}
