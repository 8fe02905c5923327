using System.Security.Claims;
using Volo.Abp.DependencyInjection;
using Volo.Abp.MultiTenancy;
using Volo.Abp.Security.Claims;
using Volo.Abp.SimpleStateChecking;

namespace Volo.Abp.Authorization.Permissions;

public interface IPermissionChecker
{
    /// <returns>False also for an undefined or disabled permission, one of the other side, and when nobody is signed in.</returns>
    Task<bool> IsGrantedAsync(string name);
    Task<bool> IsGrantedAsync(ClaimsPrincipal? claimsPrincipal, string name);
    Task<MultiplePermissionGrantResult> IsGrantedAsync(string[] names);
    Task<MultiplePermissionGrantResult> IsGrantedAsync(ClaimsPrincipal? claimsPrincipal, string[] names);
}

internal class PermissionChecker(
    ICurrentPrincipalAccessor principal, IPermissionDefinitionManager definitions, ICurrentTenant currentTenant,
    IPermissionValueProviderManager providers, ISimpleStateCheckerManager<PermissionDefinition> states)
    : IPermissionChecker, ITransientDependency
{
    public Task<bool> IsGrantedAsync(string name) => IsGrantedAsync(principal.Principal, name);

    public Task<MultiplePermissionGrantResult> IsGrantedAsync(string[] names) => IsGrantedAsync(principal.Principal, names);

    public async Task<bool> IsGrantedAsync(ClaimsPrincipal? claimsPrincipal, string name)
    {
        if (await definitions.GetOrNullAsync(name) is not { } permission || !await CanBeGrantedAsync(permission, claimsPrincipal))
        {
            return false;
        }

        var granted = false;
        var context = new PermissionValueCheckContext(permission, claimsPrincipal);
        foreach (var provider in providers.ValueProviders)
        {
            if (!Serves(provider, permission))
            {
                continue;
            }

            switch (await provider.CheckAsync(context))
            {
                case PermissionGrantResult.Prohibited: return false;
                case PermissionGrantResult.Granted: granted = true; break;
            }
        }

        return granted;
    }

    public async Task<MultiplePermissionGrantResult> IsGrantedAsync(ClaimsPrincipal? claimsPrincipal, string[] names)
    {
        var result = new MultiplePermissionGrantResult();
        var open = new List<PermissionDefinition>();
        foreach (var name in names.Distinct())
        {
            var permission = await definitions.GetOrNullAsync(name);
            var canBe = permission is not null && await CanBeGrantedAsync(permission, claimsPrincipal);
            result.Result[name] = canBe ? PermissionGrantResult.Undefined : PermissionGrantResult.Prohibited;
            if (canBe)
            {
                open.Add(permission!);
            }
        }

        foreach (var provider in providers.ValueProviders)
        {
            open.RemoveAll(permission => result.Result[permission.Name] == PermissionGrantResult.Prohibited);
            var mine = open.Where(permission => Serves(provider, permission)).ToList();
            if (mine.Count > 0)
            {
                foreach (var (name, grant) in (await provider.CheckAsync(new PermissionValuesCheckContext(mine, claimsPrincipal))).Result)
                {
                    result.Result[name] = grant == PermissionGrantResult.Undefined ? result.Result[name] : grant;
                }
            }
        }

        return result;
    }

    private async Task<bool> CanBeGrantedAsync(PermissionDefinition permission, ClaimsPrincipal? claimsPrincipal)
    {
        var side = claimsPrincipal?.FindFirst(AbpClaimTypes.TenantId) is not null ? MultiTenancySides.Tenant : currentTenant.GetMultiTenancySide();
        return permission.IsEnabled && permission.MultiTenancySide.HasFlag(side) && await states.IsEnabledAsync(permission);
    }

    private static bool Serves(IPermissionValueProvider provider, PermissionDefinition permission) =>
        permission.Providers.Count == 0 || permission.Providers.Contains(provider.Name);
}
