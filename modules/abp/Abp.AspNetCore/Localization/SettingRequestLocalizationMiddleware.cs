using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Localization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Volo.Abp.Localization;
using Volo.Abp.Settings;

namespace Microsoft.AspNetCore.RequestLocalization;

/// <summary>ASP.NET Core's request localization with the application's languages and, last, its default-language setting.</summary>
internal class SettingRequestLocalizationMiddleware(
    RequestDelegate next, Action<RequestLocalizationOptions> configure, IServiceScopeFactory scopes, ILoggerFactory loggers)
{
    private readonly Lazy<Task<RequestLocalizationMiddleware>> _inner = new(() => CreateAsync(next, configure, scopes, loggers));

    public async Task InvokeAsync(HttpContext context) => await (await _inner.Value).Invoke(context);

    private static async Task<RequestLocalizationMiddleware> CreateAsync(
        RequestDelegate next, Action<RequestLocalizationOptions> configure, IServiceScopeFactory scopes, ILoggerFactory loggers)
    {
        using var scope = scopes.CreateScope();
        var languages = await scope.ServiceProvider.GetRequiredService<ILanguageProvider>().GetLanguagesAsync();
        var options = new RequestLocalizationOptions();
        if (languages.Count > 0)
        {
            // The ones that .NET keeps and that cannot be changed: of any other each request gets a copy, which asks ICU anew how numbers are written.
            options.SupportedCultures = [.. languages.Select(language => CultureInfo.GetCultureInfo(language.CultureName)).Distinct()];
            options.SupportedUICultures = [.. languages.Select(language => CultureInfo.GetCultureInfo(language.UiCultureName)).Distinct()];
            options.DefaultRequestCulture = new RequestCulture(languages[0].CultureName, languages[0].UiCultureName);
        }
        options.RequestCultureProviders.Add(new CustomRequestCultureProvider(FromSetting));
        configure(options);
        return new RequestLocalizationMiddleware(next, Extensions.Options.Options.Create(options), loggers);
    }

    private static async Task<ProviderCultureResult?> FromSetting(HttpContext context)
    {
        var settings = context.RequestServices.GetRequiredService<ISettingProvider>();
        // "fa" or "fa-IR;fa": culture, then interface culture.
        return (await settings.GetOrNullAsync(LocalizationSettingNames.DefaultLanguage))?.Split(';') switch
        {
            [{ Length: > 0 } culture, { Length: > 0 } uiCulture] => new ProviderCultureResult(culture, uiCulture),
            [{ Length: > 0 } culture] => new ProviderCultureResult(culture),
            _ => null
        };
    }
}
