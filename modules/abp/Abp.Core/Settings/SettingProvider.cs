using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Volo.Abp.DependencyInjection;

namespace Volo.Abp.Settings;

/// <summary>A setting as it holds for the current user and tenant.</summary>
public interface ISettingProvider
{
    /// <exception cref="AbpException">The name is not defined.</exception>
    Task<string?> GetOrNullAsync(string name);
    Task<List<SettingValue>> GetAllAsync(string[] names);
    Task<List<SettingValue>> GetAllAsync();
}

internal class SettingProvider(
    ISettingDefinitionManager definitions, ISettingEncryptionService encryption, IServiceProvider serviceProvider,
    IOptions<AbpSettingOptions> options)
    : ISettingProvider, ITransientDependency
{
    public async Task<string?> GetOrNullAsync(string name)
    {
        var setting = await definitions.GetAsync(name);
        foreach (var provider in Providers().Where(provider => Serves(provider, setting)))
        {
            if (await provider.GetOrNullAsync(setting) is { } value)
            {
                return Plain(setting, value);
            }
        }

        return null;
    }

    public async Task<List<SettingValue>> GetAllAsync(string[] names) =>
        await ValuesOfAsync((await definitions.GetAllAsync()).Where(setting => names.Contains(setting.Name)));

    public async Task<List<SettingValue>> GetAllAsync() => await ValuesOfAsync(await definitions.GetAllAsync());

    private async Task<List<SettingValue>> ValuesOfAsync(IEnumerable<SettingDefinition> settings)
    {
        var open = settings.ToList();
        var values = open.ToDictionary(setting => setting.Name, setting => new SettingValue(setting.Name, null));
        foreach (var provider in Providers())
        {
            var mine = open.Where(setting => Serves(provider, setting)).ToArray();
            foreach (var found in (await provider.GetAllAsync(mine)).Where(found => found.Value is not null))
            {
                values[found.Name].Value = Plain(open.Find(setting => setting.Name == found.Name)!, found.Value!);
                open.RemoveAll(setting => setting.Name == found.Name);
            }
        }

        return values.Values.ToList();
    }

    private string? Plain(SettingDefinition setting, string value) => setting.IsEncrypted ? encryption.Decrypt(setting, value) : value;

    private IEnumerable<ISettingValueProvider> Providers() =>
        options.Value.ValueProviders.Reverse().Select(type => (ISettingValueProvider)serviceProvider.GetRequiredService(type));

    private static bool Serves(ISettingValueProvider provider, SettingDefinition setting) =>
        setting.Providers.Count == 0 || setting.Providers.Contains(provider.Name);
}

public static class SettingProviderExtensions
{
    public static async Task<bool> IsTrueAsync(this ISettingProvider settingProvider, string name) =>
        string.Equals(await settingProvider.GetOrNullAsync(name), "true", StringComparison.OrdinalIgnoreCase);

    public static async Task<T> GetAsync<T>(this ISettingProvider settingProvider, string name, T defaultValue = default) where T : struct
    {
        var value = await settingProvider.GetOrNullAsync(name);
        return value is null
            ? defaultValue
            : (T)System.ComponentModel.TypeDescriptor.GetConverter(typeof(T)).ConvertFromInvariantString(value)!;
    }
}
