using Microsoft.Extensions.Configuration;
using Volo.Abp.DependencyInjection;
using Volo.Abp.MultiTenancy;
using Volo.Abp.Users;

namespace Volo.Abp.Settings;

public class SettingValue : NameValue<string?>
{
    public SettingValue()
    {
    }

    public SettingValue(string name, string? value)
    {
        Name = name;
        Value = value;
    }
}

/// <summary>Where values are kept.</summary>
public interface ISettingStore
{
    Task<string?> GetOrNullAsync(string name, string? providerName, string? providerKey);
    Task<List<SettingValue>> GetAllAsync(string[] names, string? providerName, string? providerKey);
}

/// <summary>Keeps nothing: there is no module that keeps settings.</summary>
[Dependency(TryRegister = true)]
internal class NullSettingStore : ISettingStore, ISingletonDependency
{
    public Task<string?> GetOrNullAsync(string name, string? providerName, string? providerKey) => Task.FromResult<string?>(null);

    public Task<List<SettingValue>> GetAllAsync(string[] names, string? providerName, string? providerKey) =>
        Task.FromResult(names.Select(name => new SettingValue(name, null)).ToList());
}

public interface ISettingValueProvider
{
    string Name { get; }
    Task<string?> GetOrNullAsync(SettingDefinition setting);
    Task<List<SettingValue>> GetAllAsync(SettingDefinition[] settings);
}

public abstract class SettingValueProvider(ISettingStore settingStore) : ISettingValueProvider, ITransientDependency
{
    public abstract string Name { get; }
    protected ISettingStore SettingStore { get; } = settingStore;

    public abstract Task<string?> GetOrNullAsync(SettingDefinition setting);
    public abstract Task<List<SettingValue>> GetAllAsync(SettingDefinition[] settings);
}

public class DefaultValueSettingValueProvider(ISettingStore settingStore) : SettingValueProvider(settingStore)
{
    public const string ProviderName = "D";

    public override string Name => ProviderName;

    public override Task<string?> GetOrNullAsync(SettingDefinition setting) => Task.FromResult(setting.DefaultValue);

    public override Task<List<SettingValue>> GetAllAsync(SettingDefinition[] settings) =>
        Task.FromResult(settings.Select(setting => new SettingValue(setting.Name, setting.DefaultValue)).ToList());
}

/// <summary>From the configuration, key <c>Settings:</c> and the name.</summary>
public class ConfigurationSettingValueProvider(IConfiguration configuration) : ISettingValueProvider, ITransientDependency
{
    public const string ConfigurationNamePrefix = "Settings:";
    public const string ProviderName = "C";

    public string Name => ProviderName;

    public virtual Task<string?> GetOrNullAsync(SettingDefinition setting) => Task.FromResult(ValueOf(setting));

    public Task<List<SettingValue>> GetAllAsync(SettingDefinition[] settings) =>
        Task.FromResult(settings.Select(setting => new SettingValue(setting.Name, ValueOf(setting))).ToList());

    private string? ValueOf(SettingDefinition setting) => configuration[ConfigurationNamePrefix + setting.Name];
}

public class GlobalSettingValueProvider(ISettingStore settingStore) : SettingValueProvider(settingStore)
{
    public const string ProviderName = "G";

    public override string Name => ProviderName;

    public override Task<string?> GetOrNullAsync(SettingDefinition setting) => SettingStore.GetOrNullAsync(setting.Name, Name, null);

    public override Task<List<SettingValue>> GetAllAsync(SettingDefinition[] settings) =>
        SettingStore.GetAllAsync(settings.Select(setting => setting.Name).ToArray(), Name, null);
}

public class TenantSettingValueProvider(ISettingStore settingStore, ICurrentTenant currentTenant) : SettingValueProvider(settingStore)
{
    public const string ProviderName = "T";

    public override string Name => ProviderName;
    protected ICurrentTenant CurrentTenant { get; } = currentTenant;

    public override async Task<string?> GetOrNullAsync(SettingDefinition setting) =>
        CurrentTenant.Id is { } id ? await SettingStore.GetOrNullAsync(setting.Name, Name, id.ToString()) : null;

    public override async Task<List<SettingValue>> GetAllAsync(SettingDefinition[] settings) =>
        CurrentTenant.Id is { } id
            ? await SettingStore.GetAllAsync(settings.Select(setting => setting.Name).ToArray(), Name, id.ToString())
            : settings.Select(setting => new SettingValue(setting.Name, null)).ToList();
}

public class UserSettingValueProvider(ISettingStore settingStore, ICurrentUser currentUser) : SettingValueProvider(settingStore)
{
    public const string ProviderName = "U";

    public override string Name => ProviderName;
    protected ICurrentUser CurrentUser { get; } = currentUser;

    public override async Task<string?> GetOrNullAsync(SettingDefinition setting) =>
        CurrentUser.Id is { } id ? await SettingStore.GetOrNullAsync(setting.Name, Name, id.ToString()) : null;

    public override async Task<List<SettingValue>> GetAllAsync(SettingDefinition[] settings) =>
        CurrentUser.Id is { } id
            ? await SettingStore.GetAllAsync(settings.Select(setting => setting.Name).ToArray(), Name, id.ToString())
            : settings.Select(setting => new SettingValue(setting.Name, null)).ToList();
}
