using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Volo.Abp.Authorization.Permissions;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Security.Claims;

namespace Volo.Abp.Authorization;

public interface IAbpAuthorizationService : IAuthorizationService, IServiceProviderAccessor
{
    ClaimsPrincipal CurrentPrincipal { get; }
}

public interface IAbpAuthorizationPolicyProvider : IAuthorizationPolicyProvider
{
    Task<List<string>> GetPoliciesNamesAsync();
}

[Dependency(ReplaceServices = true)]
[ExposeServices(typeof(IAuthorizationService), typeof(IAbpAuthorizationService))]
internal class AbpAuthorizationService(
    IAuthorizationPolicyProvider policyProvider, IAuthorizationHandlerProvider handlers,
    ILogger<DefaultAuthorizationService> logger, IAuthorizationHandlerContextFactory contextFactory,
    IAuthorizationEvaluator evaluator, IOptions<AuthorizationOptions> options,
    ICurrentPrincipalAccessor principal, IServiceProvider serviceProvider)
    : DefaultAuthorizationService(policyProvider, handlers, logger, contextFactory, evaluator, options),
        IAbpAuthorizationService, ITransientDependency
{
    public IServiceProvider ServiceProvider { get; } = serviceProvider;
    public ClaimsPrincipal CurrentPrincipal => principal.Principal;
}

/// <summary>Every permission is a policy of the same name.</summary>
[ExposeServices(typeof(IAuthorizationPolicyProvider), typeof(IAbpAuthorizationPolicyProvider))]
internal class AbpAuthorizationPolicyProvider(IOptions<AuthorizationOptions> options, IPermissionDefinitionManager permissions)
    : DefaultAuthorizationPolicyProvider(options), IAbpAuthorizationPolicyProvider, ITransientDependency
{
    public override async Task<AuthorizationPolicy?> GetPolicyAsync(string policyName)
    {
        if (await base.GetPolicyAsync(policyName) is { } policy)
        {
            return policy;
        }

        return await permissions.GetOrNullAsync(policyName) is null
            ? null
            : new AuthorizationPolicyBuilder([]).AddRequirements(new PermissionRequirement(policyName)).Build();
    }

    public async Task<List<string>> GetPoliciesNamesAsync() =>
        (await permissions.GetPermissionsAsync()).Select(permission => permission.Name).ToList();
}
