using Volo.Abp.DependencyInjection;
using Volo.Abp.FeatureManagement;
using Volo.Abp.PermissionManagement;
using Volo.Abp.SettingManagement;

namespace Workspace;

/// <summary>What this build defines, in the database, where the next one sees what is new: part of what a build fills it with, so that not every start compares it.</summary>
public class SavedDefinitions(IStaticPermissionSaver permissions, IStaticFeatureSaver features, IStaticSettingSaver settings) : ITransientDependency
{
    public static void Configure(IServiceCollection services) => services
        .Configure<PermissionManagementOptions>(options => options.SaveStaticPermissionsToDatabase = false)
        .Configure<FeatureManagementOptions>(options => options.SaveStaticFeaturesToDatabase = false)
        .Configure<SettingManagementOptions>(options => options.SaveStaticSettingsToDatabase = false);

    public virtual async Task SaveAsync()
    {
        await permissions.SaveAsync();
        await features.SaveAsync();
        await settings.SaveAsync();
    }
}
