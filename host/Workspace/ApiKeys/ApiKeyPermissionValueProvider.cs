using System.Security.Claims;
using Volo.Abp.Authorization.Permissions;

namespace Workspace.ApiKeys;

/// <summary>A key grants nothing by itself and withholds what it was not given: its program may do what both key and user may, now.</summary>
public class ApiKeyPermissionValueProvider(IPermissionStore permissionStore) : PermissionValueProvider(permissionStore)
{
    public const string ProviderName = "ApiKey";

    public override string Name => ProviderName;

    public override Task<PermissionGrantResult> CheckAsync(PermissionValueCheckContext context) =>
        Task.FromResult(Withholds(context.Principal, context.Permission.Name) ? PermissionGrantResult.Prohibited : PermissionGrantResult.Undefined);

    public override Task<MultiplePermissionGrantResult> CheckAsync(PermissionValuesCheckContext context)
    {
        var names = context.Permissions.Select(permission => permission.Name).Distinct().ToArray();
        var result = new MultiplePermissionGrantResult(names);
        foreach (var name in names.Where(name => Withholds(context.Principal, name))) { result.Result[name] = PermissionGrantResult.Prohibited; }
        return Task.FromResult(result);
    }

    private static bool Withholds(ClaimsPrincipal? principal, string permission) => principal.HasApiKey() && !principal!.ApiKeyHas(permission);
}
