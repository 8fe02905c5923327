using Microsoft.AspNetCore.Http;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Settings;

namespace Kernel.Addresses;

/// <summary>The setting, else the address at which the current request came in.</summary>
[Dependency(ReplaceServices = true)]
[ExposeServices(typeof(IPublicAddress))]
public class PublicAddress(ISettingProvider settings, IHttpContextAccessor http) : IPublicAddress, ITransientDependency
{
    public const string Setting = "Kernel.PublicAddress";

    public virtual async Task<string?> FindAsync() =>
        await settings.GetOrNullAsync(Setting) is { Length: > 0 } set ? set.TrimEnd('/')
        : http.HttpContext?.Request is { } request ? $"{request.Scheme}://{request.Host}{request.PathBase}"
        : null;
}

public class PublicAddressSettingDefinitionProvider : SettingDefinitionProvider
{
    public override void Define(ISettingDefinitionContext context) => context.Add(new SettingDefinition(PublicAddress.Setting));
}
