using System.Security.Claims;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Volo.Abp.DependencyInjection;
using Volo.Abp.MultiTenancy;
using Volo.Abp.Security.Claims;

namespace Volo.Abp.Authorization.Permissions;

public interface IPermissionValueProvider
{
    string Name { get; }
    Task<PermissionGrantResult> CheckAsync(PermissionValueCheckContext context);
    Task<MultiplePermissionGrantResult> CheckAsync(PermissionValuesCheckContext context);
}

public class PermissionValueCheckContext(PermissionDefinition permission, ClaimsPrincipal? principal)
{
    public PermissionDefinition Permission { get; } = Check.NotNull(permission, nameof(permission));
    public ClaimsPrincipal? Principal { get; } = principal;
}

public class PermissionValuesCheckContext(List<PermissionDefinition> permissions, ClaimsPrincipal? principal)
{
    public List<PermissionDefinition> Permissions { get; } = Check.NotNull(permissions, nameof(permissions));
    public ClaimsPrincipal? Principal { get; } = principal;
}

public abstract class PermissionValueProvider(IPermissionStore permissionStore) : IPermissionValueProvider, ITransientDependency
{
    public abstract string Name { get; }
    protected IPermissionStore PermissionStore { get; } = permissionStore;

    public abstract Task<PermissionGrantResult> CheckAsync(PermissionValueCheckContext context);
    public abstract Task<MultiplePermissionGrantResult> CheckAsync(PermissionValuesCheckContext context);
}

/// <summary>What the signed-in user was granted himself.</summary>
public class UserPermissionValueProvider(IPermissionStore permissionStore) : PermissionValueProvider(permissionStore)
{
    public const string ProviderName = "U";

    public override string Name => ProviderName;

    public override Task<PermissionGrantResult> CheckAsync(PermissionValueCheckContext context) =>
        PermissionStore.CheckAsync(Name, UserIds(context.Principal), context);

    public override Task<MultiplePermissionGrantResult> CheckAsync(PermissionValuesCheckContext context) =>
        PermissionStore.CheckAsync(Name, UserIds(context.Principal), context);

    private static IEnumerable<string> UserIds(ClaimsPrincipal? principal) => principal.ValueOf(AbpClaimTypes.UserId);
}

/// <summary>What the roles of the signed-in user were granted; names of roles are compared exactly.</summary>
public class RolePermissionValueProvider(IPermissionStore permissionStore) : PermissionValueProvider(permissionStore)
{
    public const string ProviderName = "R";

    public override string Name => ProviderName;

    public override Task<PermissionGrantResult> CheckAsync(PermissionValueCheckContext context) =>
        PermissionStore.CheckAsync(Name, context.Principal.ValuesOf(AbpClaimTypes.Role), context);

    public override Task<MultiplePermissionGrantResult> CheckAsync(PermissionValuesCheckContext context) =>
        PermissionStore.CheckAsync(Name, context.Principal.ValuesOf(AbpClaimTypes.Role), context);
}

/// <summary>What the calling program was granted; its grants are the host's.</summary>
public class ClientPermissionValueProvider(IPermissionStore permissionStore, ICurrentTenant currentTenant)
    : PermissionValueProvider(permissionStore)
{
    public const string ProviderName = "C";

    public override string Name => ProviderName;
    protected ICurrentTenant CurrentTenant { get; } = currentTenant;

    public override async Task<PermissionGrantResult> CheckAsync(PermissionValueCheckContext context)
    {
        using (CurrentTenant.Change(null))
        {
            return await PermissionStore.CheckAsync(Name, ClientIds(context.Principal), context);
        }
    }

    public override async Task<MultiplePermissionGrantResult> CheckAsync(PermissionValuesCheckContext context)
    {
        using (CurrentTenant.Change(null))
        {
            return await PermissionStore.CheckAsync(Name, ClientIds(context.Principal), context);
        }
    }

    private static IEnumerable<string> ClientIds(ClaimsPrincipal? principal) => principal.ValueOf(AbpClaimTypes.ClientId);
}

internal static class PermissionStoreLookups
{
    internal static IEnumerable<string> ValuesOf(this ClaimsPrincipal? principal, string claimType) =>
        principal?.FindAll(claimType).Select(claim => claim.Value).Distinct() ?? [];

    internal static IEnumerable<string> ValueOf(this ClaimsPrincipal? principal, string claimType) =>
        principal?.FindFirst(claimType) is { } claim ? [claim.Value] : [];

    internal static async Task<PermissionGrantResult> CheckAsync(
        this IPermissionStore store, string providerName, IEnumerable<string> keys, PermissionValueCheckContext context)
    {
        foreach (var key in keys)
        {
            if (await store.IsGrantedAsync(context.Permission.Name, providerName, key))
            {
                return PermissionGrantResult.Granted;
            }
        }

        return PermissionGrantResult.Undefined;
    }

    internal static async Task<MultiplePermissionGrantResult> CheckAsync(
        this IPermissionStore store, string providerName, IEnumerable<string> keys, PermissionValuesCheckContext context)
    {
        var names = context.Permissions.Select(permission => permission.Name).Distinct().ToArray();
        var result = new MultiplePermissionGrantResult(names);
        foreach (var key in keys)
        {
            foreach (var (name, grant) in (await store.IsGrantedAsync(names, providerName, key)).Result)
            {
                if (grant == PermissionGrantResult.Granted)
                {
                    result.Result[name] = grant;
                }
            }
        }

        return result;
    }
}

public interface IPermissionValueProviderManager
{
    IReadOnlyList<IPermissionValueProvider> ValueProviders { get; }
}

internal class PermissionValueProviderManager(IServiceProvider serviceProvider, IOptions<AbpPermissionOptions> options)
    : IPermissionValueProviderManager, ISingletonDependency
{
    private readonly Lazy<IReadOnlyList<IPermissionValueProvider>> providers = new(() => options.Value.ValueProviders
        .Select(type => (IPermissionValueProvider)serviceProvider.GetRequiredService(type))
        .ToList());

    public IReadOnlyList<IPermissionValueProvider> ValueProviders => providers.Value;
}
