using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.DependencyInjection;
using Volo.Abp.DependencyInjection;

namespace Volo.Abp.AspNetCore.Mvc.DependencyInjection;

/// <summary>Controllers, page models and view components are transient services.</summary>
public class AbpAspNetCoreMvcConventionalRegistrar : DefaultConventionalRegistrar
{
    protected override bool IsConventionalRegistrationDisabled(Type type) =>
        !IsMvcService(type) || base.IsConventionalRegistrationDisabled(type);

    protected virtual bool IsMvcService(Type type) =>
        typeof(ControllerBase).IsAssignableFrom(type) || type.IsDefined(typeof(ControllerAttribute), true)
        || typeof(PageModel).IsAssignableFrom(type)
        || typeof(ViewComponent).IsAssignableFrom(type) || type.IsDefined(typeof(ViewComponentAttribute), true);

    protected override ServiceLifetime? GetDefaultLifeTimeOrNull(Type type) => ServiceLifetime.Transient;
}
