using Microsoft.Extensions.DependencyInjection;
using Volo.Abp.MultiTenancy;
using Volo.Abp.SettingManagement;
using Volo.Abp.Uow;

namespace Workspace.Tests.SignIn;

/// <summary>A setting of the organisation, or of one of its users, that is gone when the test is over.</summary>
internal sealed class TenantSetting(IServiceProvider services, Guid tenantId, string name, Guid? userId = null) : IAsyncDisposable
{
    public static async Task<TenantSetting> SetAsync(IServiceProvider services, Guid tenantId, string name, string value)
    {
        var setting = new TenantSetting(services, tenantId, name);
        await setting.WriteAsync(value);
        return setting;
    }

    public async ValueTask DisposeAsync() => await WriteAsync(null);

    private async Task WriteAsync(string? value)
    {
        await using var scope = services.CreateAsyncScope();
        using var tenant = scope.ServiceProvider.GetRequiredService<ICurrentTenant>().Change(tenantId);
        using var unitOfWork = scope.ServiceProvider.GetRequiredService<IUnitOfWorkManager>().Begin(requiresNew: true);
        var settings = scope.ServiceProvider.GetRequiredService<ISettingManager>();
        await (userId is { } user ? settings.SetForUserAsync(user, name, value) : settings.SetForTenantAsync(tenantId, name, value));
        await unitOfWork.CompleteAsync();
    }
}
