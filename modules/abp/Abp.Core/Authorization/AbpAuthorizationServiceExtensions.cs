using Volo.Abp.Authorization;

namespace Microsoft.AspNetCore.Authorization;

/// <summary>Asks about the current principal. <c>CheckAsync</c> throws <see cref="AbpAuthorizationException"/> when the answer is no.</summary>
public static class AbpAuthorizationServiceExtensions
{
    public static Task<AuthorizationResult> AuthorizeAsync(this IAuthorizationService authorizationService, string policyName) =>
        authorizationService.AuthorizeAsync((object?)null, policyName);

    public static Task<AuthorizationResult> AuthorizeAsync(this IAuthorizationService authorizationService, object? resource, string policyName)
    {
        var service = authorizationService.OfAbp();
        return service.AuthorizeAsync(service.CurrentPrincipal, resource, policyName);
    }

    public static Task<AuthorizationResult> AuthorizeAsync(this IAuthorizationService authorizationService, AuthorizationPolicy policy) =>
        authorizationService.AuthorizeAsync((object?)null, policy);

    public static Task<AuthorizationResult> AuthorizeAsync(this IAuthorizationService authorizationService, object? resource, AuthorizationPolicy policy)
    {
        var service = authorizationService.OfAbp();
        return service.AuthorizeAsync(service.CurrentPrincipal, resource, policy.Requirements.ToArray());
    }

    public static async Task<bool> IsGrantedAsync(this IAuthorizationService authorizationService, string policyName) =>
        (await authorizationService.AuthorizeAsync(policyName)).Succeeded;

    public static async Task<bool> IsGrantedAsync(this IAuthorizationService authorizationService, object resource, string policyName) =>
        (await authorizationService.AuthorizeAsync(resource, policyName)).Succeeded;

    public static async Task<bool> IsGrantedAsync(this IAuthorizationService authorizationService, AuthorizationPolicy policy) =>
        (await authorizationService.AuthorizeAsync(policy)).Succeeded;

    public static async Task<bool> IsGrantedAnyAsync(this IAuthorizationService authorizationService, params string[] policyNames)
    {
        foreach (var policyName in policyNames)
        {
            if (await authorizationService.IsGrantedAsync(policyName))
            {
                return true;
            }
        }

        return false;
    }

    public static async Task CheckAsync(this IAuthorizationService authorizationService, string policyName)
    {
        if (!await authorizationService.IsGrantedAsync(policyName))
        {
            throw new AbpAuthorizationException(code: AbpAuthorizationErrorCodes.GivenPolicyHasNotGrantedWithPolicyName)
                .WithData("PolicyName", policyName);
        }
    }

    public static async Task CheckAsync(this IAuthorizationService authorizationService, object resource, string policyName)
    {
        if (!await authorizationService.IsGrantedAsync(resource, policyName))
        {
            throw new AbpAuthorizationException(code: AbpAuthorizationErrorCodes.GivenPolicyHasNotGrantedForGivenResource)
                .WithData("ResourceName", resource);
        }
    }

    public static async Task CheckAsync(this IAuthorizationService authorizationService, AuthorizationPolicy policy)
    {
        if (!await authorizationService.IsGrantedAsync(policy))
        {
            throw new AbpAuthorizationException(code: AbpAuthorizationErrorCodes.GivenPolicyHasNotGranted);
        }
    }

    private static IAbpAuthorizationService OfAbp(this IAuthorizationService authorizationService) =>
        authorizationService as IAbpAuthorizationService
        ?? throw new Volo.Abp.AbpException($"{nameof(authorizationService)} should implement {typeof(IAbpAuthorizationService).FullName}");
}
