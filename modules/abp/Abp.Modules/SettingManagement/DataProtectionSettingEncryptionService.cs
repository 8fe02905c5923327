using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Volo.Abp.Settings;

namespace Volo.Abp.SettingManagement;

/// <summary>Encrypts with the host's data-protection keys. A value that is not encrypted (a default, the configuration's) is given as it is.</summary>
/// <remarks>ABP encrypts with a pass phrase instead: secret settings are entered anew after a change to ABP's packages.</remarks>
internal class DataProtectionSettingEncryptionService(IDataProtectionProvider protection) : ISettingEncryptionService
{
    private readonly IDataProtector protector = protection.CreateProtector("Volo.Abp.Settings");

    public string Encrypt(SettingDefinition settingDefinition, string plainValue) =>
        string.IsNullOrEmpty(plainValue) ? plainValue : protector.Protect(plainValue);

    public string Decrypt(SettingDefinition settingDefinition, string encryptedValue)
    {
        try
        {
            return string.IsNullOrEmpty(encryptedValue) ? encryptedValue : protector.Unprotect(encryptedValue);
        }
        catch (CryptographicException)
        {
            return encryptedValue;
        }
    }
}
