using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Volo.Abp.AspNetCore.Mvc.Validation;
using Volo.Abp.Validation;

namespace Volo.Abp.AspNetCore.Mvc.Filters;

/// <summary>Refuses a wrong input before the method of an API runs. Pages look at their model state themselves.</summary>
internal class ValidationFilter : IAsyncActionFilter
{
    public async Task OnActionExecutionAsync(ActionExecutingContext context, ActionExecutionDelegate next)
    {
        var services = context.HttpContext.RequestServices;
        if (!context.ModelState.IsValid && ObjectResults.AreOf(context.ActionDescriptor) && !IsDisabled(context)
            && services.GetRequiredService<IOptions<AbpAspNetCoreMvcOptions>>().Value.AutoModelValidation)
        {
            services.GetRequiredService<IModelStateValidator>().Validate(context.ModelState);
        }
        await next();
    }

    private static bool IsDisabled(ActionExecutingContext context) =>
        context.ActionDescriptor is ControllerActionDescriptor action
        && (action.MethodInfo.IsDefined(typeof(DisableValidationAttribute), true)
            || action.ControllerTypeInfo.IsDefined(typeof(DisableValidationAttribute), true));
}
