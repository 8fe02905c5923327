using Volo.Abp.DependencyInjection;

namespace Volo.Abp.Settings;

/// <summary>How values of settings that are secret are kept.</summary>
public interface ISettingEncryptionService
{
    string? Encrypt(SettingDefinition settingDefinition, string? plainValue);
    string? Decrypt(SettingDefinition settingDefinition, string? encryptedValue);
}

/// <summary>There is no module that keeps settings, hence none that could keep one secretly.</summary>
[Dependency(TryRegister = true)]
internal class NoSettingEncryptionService : ISettingEncryptionService, ISingletonDependency
{
    public string? Encrypt(SettingDefinition settingDefinition, string? plainValue) =>
        throw new NotSupportedException($"Setting {settingDefinition.Name}: encrypted settings need the setting management module.");

    // What is not kept comes from the definition or the configuration, as it was written there.
    public string? Decrypt(SettingDefinition settingDefinition, string? encryptedValue) => encryptedValue;
}
