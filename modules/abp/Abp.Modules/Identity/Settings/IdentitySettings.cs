using Volo.Abp.Identity.Localization;
using Volo.Abp.Identity.Settings;
using Volo.Abp.Localization;
using Volo.Abp.Settings;

namespace Volo.Abp.Identity.Settings
{
    public static class IdentitySettingNames
    {
        private const string Prefix = "Abp.Identity";

        public static class Password
        {
            private const string PasswordPrefix = Prefix + ".Password";
            public const string RequiredLength = PasswordPrefix + ".RequiredLength";
            public const string RequiredUniqueChars = PasswordPrefix + ".RequiredUniqueChars";
            public const string RequireNonAlphanumeric = PasswordPrefix + ".RequireNonAlphanumeric";
            public const string RequireLowercase = PasswordPrefix + ".RequireLowercase";
            public const string RequireUppercase = PasswordPrefix + ".RequireUppercase";
            public const string RequireDigit = PasswordPrefix + ".RequireDigit";
            public const string ForceUsersToPeriodicallyChangePassword = PasswordPrefix + ".ForceUsersToPeriodicallyChangePassword";
            public const string PasswordChangePeriodDays = PasswordPrefix + ".PasswordChangePeriodDays";
        }

        public static class Lockout
        {
            private const string LockoutPrefix = Prefix + ".Lockout";
            public const string AllowedForNewUsers = LockoutPrefix + ".AllowedForNewUsers";

            /// <summary>In seconds.</summary>
            public const string LockoutDuration = LockoutPrefix + ".LockoutDuration";
            public const string MaxFailedAccessAttempts = LockoutPrefix + ".MaxFailedAccessAttempts";
        }

        public static class SignIn
        {
            private const string SignInPrefix = Prefix + ".SignIn";
            public const string RequireConfirmedEmail = SignInPrefix + ".RequireConfirmedEmail";
            public const string RequireEmailVerificationToRegister = SignInPrefix + ".RequireEmailVerificationToRegister";
            public const string EnablePhoneNumberConfirmation = SignInPrefix + ".EnablePhoneNumberConfirmation";
            public const string RequireConfirmedPhoneNumber = SignInPrefix + ".RequireConfirmedPhoneNumber";
        }

        public static class User
        {
            private const string UserPrefix = Prefix + ".User";
            public const string IsUserNameUpdateEnabled = UserPrefix + ".IsUserNameUpdateEnabled";
            public const string IsEmailUpdateEnabled = UserPrefix + ".IsEmailUpdateEnabled";
        }
    }
}

namespace Volo.Abp.Identity
{
    internal class AbpIdentitySettingDefinitionProvider : SettingDefinitionProvider
    {
        public override void Define(ISettingDefinitionContext context) => context.Add(
            Of(IdentitySettingNames.Password.RequiredLength, "6"),
            Of(IdentitySettingNames.Password.RequiredUniqueChars, "1"),
            Of(IdentitySettingNames.Password.RequireNonAlphanumeric, "True"),
            Of(IdentitySettingNames.Password.RequireLowercase, "True"),
            Of(IdentitySettingNames.Password.RequireUppercase, "True"),
            Of(IdentitySettingNames.Password.RequireDigit, "True"),
            Of(IdentitySettingNames.Password.ForceUsersToPeriodicallyChangePassword, "False"),
            Of(IdentitySettingNames.Password.PasswordChangePeriodDays, "0"),
            Of(IdentitySettingNames.Lockout.AllowedForNewUsers, "True"),
            Of(IdentitySettingNames.Lockout.LockoutDuration, "300"),
            Of(IdentitySettingNames.Lockout.MaxFailedAccessAttempts, "5"),
            Of(IdentitySettingNames.SignIn.RequireConfirmedEmail, "False"),
            Of(IdentitySettingNames.SignIn.RequireEmailVerificationToRegister, "False"),
            Of(IdentitySettingNames.SignIn.EnablePhoneNumberConfirmation, "True"),
            Of(IdentitySettingNames.SignIn.RequireConfirmedPhoneNumber, "False"),
            Of(IdentitySettingNames.User.IsUserNameUpdateEnabled, "True"),
            Of(IdentitySettingNames.User.IsEmailUpdateEnabled, "True"));

        private static SettingDefinition Of(string name, string defaultValue) => new(
            name, defaultValue, LocalizableString.Create<IdentityResource>("DisplayName:" + name),
            LocalizableString.Create<IdentityResource>("Description:" + name), isVisibleToClients: true);
    }
}
