using Volo.Abp.BackgroundJobs;
using Volo.Abp.Emailing.Localization;
using Volo.Abp.Localization;
using Volo.Abp.Modularity;
using Volo.Abp.Settings;
using Volo.Abp.VirtualFileSystem;

namespace Volo.Abp.Emailing
{
    [DependsOn(typeof(AbpSettingsModule), typeof(AbpVirtualFileSystemModule), typeof(AbpBackgroundJobsAbstractionsModule), typeof(AbpLocalizationModule))]
    public class AbpEmailingModule : AbpModule
    {
        public override void ConfigureServices(ServiceConfigurationContext context) =>
            Configure<AbpLocalizationOptions>(options => options.Resources.Add<EmailingResource>("en").AddVirtualJson("/Emailing/Texts"));
    }

    public static class EmailSettingNames
    {
        public const string DefaultFromAddress = "Abp.Mailing.DefaultFromAddress";
        public const string DefaultFromDisplayName = "Abp.Mailing.DefaultFromDisplayName";

        public static class Smtp
        {
            public const string Host = "Abp.Mailing.Smtp.Host";
            public const string Port = "Abp.Mailing.Smtp.Port";
            public const string UserName = "Abp.Mailing.Smtp.UserName";
            public const string Password = "Abp.Mailing.Smtp.Password";
            public const string Domain = "Abp.Mailing.Smtp.Domain";
            public const string EnableSsl = "Abp.Mailing.Smtp.EnableSsl";
            public const string UseDefaultCredentials = "Abp.Mailing.Smtp.UseDefaultCredentials";
        }
    }

    internal class EmailSettingProvider : SettingDefinitionProvider
    {
        public override void Define(ISettingDefinitionContext context) => context.Add(
            Setting(EmailSettingNames.Smtp.Host, "127.0.0.1"), Setting(EmailSettingNames.Smtp.Port, "25"), Setting(EmailSettingNames.Smtp.UserName),
            Setting(EmailSettingNames.Smtp.Password, isEncrypted: true), Setting(EmailSettingNames.Smtp.Domain), Setting(EmailSettingNames.Smtp.EnableSsl, "false"),
            Setting(EmailSettingNames.Smtp.UseDefaultCredentials, "true"), Setting(EmailSettingNames.DefaultFromAddress, "noreply@abp.io"),
            Setting(EmailSettingNames.DefaultFromDisplayName, "ABP application"));

        private static SettingDefinition Setting(string name, string? defaultValue = null, bool isEncrypted = false) => new(
            name, defaultValue, LocalizableString.Create<EmailingResource>($"DisplayName:{name}"), LocalizableString.Create<EmailingResource>($"Description:{name}"), isEncrypted: isEncrypted);
    }
}

namespace Volo.Abp.Emailing.Localization
{
    [LocalizationResourceName("AbpEmailing")]
    public class EmailingResource;
}
