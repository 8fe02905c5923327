using System.Globalization;
using System.Net.Mail;
using Inventory.Settings;
using Invoicing.Settings;
using Kernel.Addresses;
using Kernel.Calendars;
using Kernel.Displaying;
using Kernel.Localization;
using Kernel.Monetary;
using Microsoft.Extensions.Localization;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Localization;

namespace Workspace.Administration.Settings;

/// <param name="Permission">Who may change them.</param>
public record SettingGroup(string Key, string Permission, IReadOnlyList<SettingField> Fields);

/// <summary>What a setting takes. One that no installed module defines is not shown.</summary>
/// <param name="Choices">Value and text; none for what is typed.</param>
/// <param name="Accepts">Of what is typed; null takes everything.</param>
/// <param name="Hint">A text that says what is taken.</param>
public record SettingField(
    string Name, IReadOnlyList<KeyValuePair<string, string>>? Choices = null, Func<string, bool>? Accepts = null, string? Hint = null, bool IsSecret = false)
{
    public bool Takes(string value) => Choices is not null ? Choices.Any(choice => choice.Key == value) : Accepts?.Invoke(value) ?? true;
}

/// <summary>The settings that the settings page offers, with what each takes.</summary>
public class SettingCatalog(IStringLocalizer<WorkspaceResource> texts, IStringLocalizer<KernelWebResource> display) : ITransientDependency
{
    public IReadOnlyList<SettingGroup> Groups =>
    [
        new("Display", SettingPermissions.Display, Display),
        new("SignIn", SettingPermissions.SignIn, SignIn),
        new("Emailing", SettingPermissions.Emailing, Emailing),
        new("Business", SettingPermissions.Business, Business)
    ];

    /// <summary>Also chosen by each user for himself.</summary>
    public IReadOnlyList<SettingField> Display =>
    [
        new(LocalizationSettingNames.DefaultLanguage, [.. ((string[])["fa", "en"]).Select(language => Choice(language, display["Language:" + language]))]),
        Of<DisplayCalendar>(nameof(DisplaySettings.Calendar)),
        Of<DisplayDigits>(nameof(DisplaySettings.Digits)),
        Of<RialUnit>(nameof(DisplaySettings.RialUnit)),
        new(DisplaySettingNames.Prefix + nameof(DisplaySettings.WeekStart), Days),
        new(DisplaySettingNames.Prefix + nameof(DisplaySettings.Weekend), Days),
        new(DisplaySettingNames.Prefix + nameof(DisplaySettings.Zone), Zones)
    ];

    private IReadOnlyList<SettingField> SignIn =>
    [
        Whole("Abp.Identity.Password.RequiredLength", 4, 128),
        Whole("Abp.Identity.Password.RequiredUniqueChars", 1, 128),
        Switch("Abp.Identity.Password.RequireNonAlphanumeric"),
        Switch("Abp.Identity.Password.RequireLowercase"),
        Switch("Abp.Identity.Password.RequireUppercase"),
        Switch("Abp.Identity.Password.RequireDigit"),
        Switch("Abp.Identity.Password.ForceUsersToPeriodicallyChangePassword"),
        Whole("Abp.Identity.Password.PasswordChangePeriodDays", 0, 3650),
        Switch("Abp.Identity.Lockout.AllowedForNewUsers"),
        Whole("Abp.Identity.Lockout.LockoutDuration", 1, 86400),
        Whole("Abp.Identity.Lockout.MaxFailedAccessAttempts", 1, 100)
    ];

    private IReadOnlyList<SettingField> Emailing =>
    [
        new("Abp.Mailing.DefaultFromAddress", Accepts: value => MailAddress.TryCreate(value, out _), Hint: texts["Setting:TakesEmail"]),
        new("Abp.Mailing.DefaultFromDisplayName"),
        new("Abp.Mailing.Smtp.Host", Accepts: value => Uri.CheckHostName(value) != UriHostNameType.Unknown, Hint: texts["Setting:TakesHost"]),
        Whole("Abp.Mailing.Smtp.Port", 1, 65535),
        new("Abp.Mailing.Smtp.UserName"),
        new("Abp.Mailing.Smtp.Password", IsSecret: true),
        Switch("Abp.Mailing.Smtp.EnableSsl"),
        Switch("Abp.Mailing.Smtp.UseDefaultCredentials"),
        new(PublicAddress.Setting, Accepts: value => Uri.TryCreate(value, UriKind.Absolute, out var address) && address.Scheme is "https" or "http", Hint: texts["Setting:TakesAddress"])
    ];

    private IReadOnlyList<SettingField> Business =>
    [
        new(InvoicingSettings.DefaultCurrency, [.. Currencies.All.Select(code => Choice(code, display["Currency:" + code] is { ResourceNotFound: false } word ? word.Value : code))]),
        Number(InvoicingSettings.DefaultTaxPercent, 0, 100),
        Number(InventorySettings.DefaultTaxRate, 0, 1),
        Whole(InvoicingSettings.PaymentDays, 0, 3650),
        new(InvoicingSettings.TaxMemoryId, Accepts: value => value.Length == 6 && value.All(char.IsAsciiLetterOrDigit), Hint: texts["Setting:TakesTaxMemory"]),
        .. InvoicingSettings.Seller.All.Select(name => new SettingField(name)),
        Switch(InventorySettings.SellOnlyAvailable)
    ];

    private SettingField Of<T>(string name) where T : struct, Enum =>
        new(DisplaySettingNames.Prefix + name, [.. Enum.GetNames<T>().Select(value => Choice(value, display[name + ":" + value]))]);

    private SettingField Switch(string name) => new(name, [Choice("true", texts["Setting:Yes"]), Choice("false", texts["Setting:No"])]);

    private SettingField Whole(string name, int least, int most) => new(
        name, Accepts: value => int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most,
        Hint: texts["Setting:TakesWhole", least, most]);

    private SettingField Number(string name, decimal least, decimal most) => new(
        name, Accepts: value => decimal.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most,
        Hint: texts["Setting:TakesNumber", least, most]);

    private static IReadOnlyList<KeyValuePair<string, string>> Days => [.. Enum.GetValues<DayOfWeek>().OrderBy(day => ((int)day + 1) % 7)
        .Select(day => Choice(day.ToString(), JalaliCalendar.DayName(day, CultureInfo.CurrentUICulture.TwoLetterISOLanguageName)))];

    private static IReadOnlyList<KeyValuePair<string, string>> Zones => [.. TimeZoneInfo.GetSystemTimeZones()
        .Where(zone => zone.Id.Contains('/', StringComparison.Ordinal) || zone.Id == "UTC").OrderBy(zone => zone.BaseUtcOffset).ThenBy(zone => zone.Id)
        .Select(zone => Choice(zone.Id, zone.Id.Replace('_', ' ')))];

    private static KeyValuePair<string, string> Choice(string value, string text) => KeyValuePair.Create(value, text);
}
