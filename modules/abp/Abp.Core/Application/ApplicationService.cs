using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Volo.Abp.Auditing;
using Volo.Abp.Data;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Features;
using Volo.Abp.Guids;
using Volo.Abp.Linq;
using Volo.Abp.Localization;
using Volo.Abp.MultiTenancy;
using Volo.Abp.Settings;
using Volo.Abp.Timing;
using Volo.Abp.Uow;
using Volo.Abp.Users;
using Volo.Abp.Validation;

namespace Volo.Abp.Application.Services;

public interface IApplicationService : IRemoteService;

/// <summary>Base of use cases: each public virtual method is authorised, validated, audited and one unit of work.</summary>
public abstract class ApplicationService :
    IApplicationService, IValidationEnabled, IUnitOfWorkEnabled, IAuditingEnabled, ITransientDependency
{
    private IStringLocalizer? _localizer;
    private Type? _localizationResource;

    public IAbpLazyServiceProvider LazyServiceProvider { get; set; } = default!;

    /// <summary>Class names lose these suffixes in routes.</summary>
    public static string[] CommonPostfixes { get; set; } = ["AppService", "ApplicationService", "IntService", "IntegrationService", "Service"];

    protected IUnitOfWorkManager UnitOfWorkManager => LazyServiceProvider.LazyGetRequiredService<IUnitOfWorkManager>();
    protected IUnitOfWork? CurrentUnitOfWork => UnitOfWorkManager.Current;
    protected IAsyncQueryableExecuter AsyncExecuter => LazyServiceProvider.LazyGetRequiredService<IAsyncQueryableExecuter>();
    protected IGuidGenerator GuidGenerator => LazyServiceProvider.LazyGetRequiredService<IGuidGenerator>();
    protected IClock Clock => LazyServiceProvider.LazyGetRequiredService<IClock>();
    protected ICurrentUser CurrentUser => LazyServiceProvider.LazyGetRequiredService<ICurrentUser>();
    protected ICurrentTenant CurrentTenant => LazyServiceProvider.LazyGetRequiredService<ICurrentTenant>();
    protected IDataFilter DataFilter => LazyServiceProvider.LazyGetRequiredService<IDataFilter>();
    protected IFeatureChecker FeatureChecker => LazyServiceProvider.LazyGetRequiredService<IFeatureChecker>();
    protected ISettingProvider SettingProvider => LazyServiceProvider.LazyGetRequiredService<ISettingProvider>();
    protected IAuthorizationService AuthorizationService => LazyServiceProvider.LazyGetRequiredService<IAuthorizationService>();
    protected IStringLocalizerFactory StringLocalizerFactory => LazyServiceProvider.LazyGetRequiredService<IStringLocalizerFactory>();
    protected ILoggerFactory LoggerFactory => LazyServiceProvider.LazyGetRequiredService<ILoggerFactory>();

    protected ILogger Logger => LazyServiceProvider.LazyGetService<ILogger>(
        _ => LoggerFactory?.CreateLogger(GetType().FullName!) ?? NullLogger.Instance);

    protected IStringLocalizer L => _localizer ??= CreateLocalizer();

    /// <summary>The resource behind <see cref="L"/>; null means the application's default resource.</summary>
    protected Type? LocalizationResource
    {
        get => _localizationResource;
        set
        {
            _localizationResource = value;
            _localizer = null;
        }
    }

    /// <summary>Passes when <paramref name="policyName"/> is null or empty.</summary>
    /// <exception cref="Authorization.AbpAuthorizationException">The current user does not fulfil the policy.</exception>
    protected virtual async Task CheckPolicyAsync(string? policyName)
    {
        if (!string.IsNullOrEmpty(policyName))
        {
            await AuthorizationService.CheckAsync(policyName);
        }
    }

    protected virtual IStringLocalizer CreateLocalizer() => LocalizationResource is { } resource
        ? StringLocalizerFactory.Create(resource)
        : StringLocalizerFactory.CreateDefaultOrNull()
            ?? throw new AbpException($"Set {nameof(LocalizationResource)} or define the default localization resource type to be able to use the {nameof(L)} object!");
}
