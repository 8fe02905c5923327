using Microsoft.Extensions.DependencyInjection;
using Volo.Abp.SimpleStateChecking;
using Volo.Abp.Users;

namespace Volo.Abp.Authorization.Permissions;

public static class PermissionSimpleStateCheckerExtensions
{
    public static TState RequireAuthenticated<TState>(this TState state) where TState : IHasSimpleStateCheckers<TState>
    {
        state.StateCheckers.Add(new RequireAuthenticatedSimpleStateChecker<TState>());
        return state;
    }

    /// <summary>There only for a user who has all of them.</summary>
    public static TState RequirePermissions<TState>(this TState state, params string[] permissions)
        where TState : IHasSimpleStateCheckers<TState> => state.RequirePermissions(requiresAll: true, permissions);

    public static TState RequirePermissions<TState>(this TState state, bool requiresAll, params string[] permissions)
        where TState : IHasSimpleStateCheckers<TState>
    {
        state.StateCheckers.Add(new PermissionsStateChecker<TState>(permissions, requiresAll));
        return state;
    }
}

public class RequireAuthenticatedSimpleStateChecker<TState> : ISimpleStateChecker<TState> where TState : IHasSimpleStateCheckers<TState>
{
    public Task<bool> IsEnabledAsync(SimpleStateCheckerContext<TState> context) =>
        Task.FromResult(context.ServiceProvider.GetRequiredService<ICurrentUser>().IsAuthenticated);
}

internal class PermissionsStateChecker<TState>(string[] permissions, bool requiresAll) : ISimpleStateChecker<TState>
    where TState : IHasSimpleStateCheckers<TState>
{
    public async Task<bool> IsEnabledAsync(SimpleStateCheckerContext<TState> context)
    {
        var grants = await context.ServiceProvider.GetRequiredService<IPermissionChecker>().IsGrantedAsync(permissions);
        return requiresAll ? grants.AllGranted : grants.Result.Values.Any(grant => grant == PermissionGrantResult.Granted);
    }
}
