using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Logging;
using Volo.Abp.AspNetCore.Mvc.UI.Alerts;
using Volo.Abp.AspNetCore.Mvc.Validation;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Guids;
using Volo.Abp.MultiTenancy;
using Volo.Abp.Settings;
using Volo.Abp.Timing;
using Volo.Abp.Uow;
using Volo.Abp.Users;

namespace Volo.Abp.AspNetCore.Mvc.UI.RazorPages;

/// <summary>Base of page models. Its handlers run in a unit of work; a page that sets no resource has the default texts.</summary>
public abstract class AbpPageModel : PageModel
{
    private IStringLocalizer? _localizer;
    private Type? _localizationResourceType;

    public IAbpLazyServiceProvider LazyServiceProvider { get; set; } = default!;

    protected IUnitOfWorkManager UnitOfWorkManager => LazyServiceProvider.LazyGetRequiredService<IUnitOfWorkManager>();
    protected IUnitOfWork? CurrentUnitOfWork => UnitOfWorkManager.Current;
    protected IGuidGenerator GuidGenerator => LazyServiceProvider.LazyGetRequiredService<IGuidGenerator>();
    protected IClock Clock => LazyServiceProvider.LazyGetRequiredService<IClock>();
    protected ICurrentUser CurrentUser => LazyServiceProvider.LazyGetRequiredService<ICurrentUser>();
    protected ICurrentTenant CurrentTenant => LazyServiceProvider.LazyGetRequiredService<ICurrentTenant>();
    protected IAuthorizationService AuthorizationService => LazyServiceProvider.LazyGetRequiredService<IAuthorizationService>();
    protected IModelStateValidator ModelValidator => LazyServiceProvider.LazyGetRequiredService<IModelStateValidator>();
    protected IStringLocalizerFactory StringLocalizerFactory => LazyServiceProvider.LazyGetRequiredService<IStringLocalizerFactory>();
    protected ILoggerFactory LoggerFactory => LazyServiceProvider.LazyGetRequiredService<ILoggerFactory>();

    protected ILogger Logger => LazyServiceProvider.LazyGetService<ILogger>(_ => LoggerFactory.CreateLogger(GetType().FullName!));
    protected ISettingProvider SettingProvider => LazyServiceProvider.LazyGetRequiredService<ISettingProvider>();
    protected IAlertManager AlertManager => LazyServiceProvider.LazyGetRequiredService<IAlertManager>();
    protected AlertList Alerts => AlertManager.Alerts;

    protected IStringLocalizer L => _localizer ??= CreateLocalizer();

    protected Type? LocalizationResourceType
    {
        get => _localizationResourceType;
        set
        {
            _localizationResourceType = value;
            _localizer = null;
        }
    }

    protected virtual NoContentResult NoContent() => new();

    /// <exception cref="Volo.Abp.Validation.AbpValidationException">The model state has errors.</exception>
    protected virtual void ValidateModel() => ModelValidator.Validate(ModelState);

    protected virtual Task CheckPolicyAsync(string policyName) => AuthorizationService.CheckAsync(policyName);

    protected virtual PartialViewResult PartialView<TModel>(string viewName, TModel model) => new()
    {
        ViewName = viewName,
        ViewData = new ViewDataDictionary<TModel>(ViewData, model),
        TempData = TempData
    };

    /// <summary>Goes back to where the user came from, within this site only.</summary>
    protected virtual async Task<RedirectResult> RedirectSafelyAsync(string returnUrl, string? returnUrlHash = null) =>
        Redirect(await GetRedirectUrlAsync(returnUrl, returnUrlHash));

    protected virtual async Task<string> GetRedirectUrlAsync(string returnUrl, string? returnUrlHash = null) =>
        await NormalizeReturnUrlAsync(returnUrl) + returnUrlHash;

    protected virtual async Task<string> NormalizeReturnUrlAsync(string returnUrl) =>
        Url.IsLocalUrl(returnUrl) ? returnUrl : await GetAppHomeUrlAsync();

    protected virtual Task<string> GetAppHomeUrlAsync() => Task.FromResult(Url.Content("~/")!);

    protected virtual IStringLocalizer CreateLocalizer() => LocalizationResourceType is { } resource
        ? StringLocalizerFactory.Create(resource)
        : StringLocalizerFactory.CreateDefaultOrNull()
            ?? throw new AbpException($"Set {nameof(LocalizationResourceType)} or define the default localization resource type to be able to use the {nameof(L)} object!");
}
