using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Mvc.ActionConstraints;
using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Volo.Abp.Application.Services;

namespace Volo.Abp.AspNetCore.Mvc.Conventions;

/// <summary>Gives application services the routes, verbs and parameter sources of an HTTP API.</summary>
internal class ServiceConvention(AbpConventionalControllerOptions options)
{
    public void Apply(ApplicationModel application)
    {
        foreach (var controller in application.Controllers)
        {
            if (options.ConventionalControllerSettings.GetSettingOrNull(controller.ControllerType) is { } setting)
            {
                Configure(controller, setting);
            }
        }
    }

    private void Configure(ControllerModel controller, ConventionalControllerSetting setting)
    {
        controller.ControllerName = WithoutPostfix(controller.ControllerName);
        controller.ApiExplorer.IsVisible ??= true;
        foreach (var hidden in controller.Actions.Where(IsHidden).ToList())
        {
            controller.Actions.Remove(hidden);
        }
        foreach (var action in controller.Actions)
        {
            Route(action, setting);
            foreach (var parameter in action.Parameters.Where(parameter => parameter.BindingInfo is null && IsFromBody(action, parameter)))
            {
                parameter.BindingInfo = new BindingInfo { BindingSource = BindingSource.Body };
            }
        }
    }

    private static string WithoutPostfix(string name) =>
        ApplicationService.CommonPostfixes.FirstOrDefault(postfix => name.EndsWith(postfix, StringComparison.Ordinal)) is { } postfix
            ? name[..^postfix.Length]
            : name;

    private static bool IsHidden(ActionModel action) =>
        action.Attributes.OfType<RemoteServiceAttribute>().FirstOrDefault()?.IsEnabledFor(action.ActionMethod) == false;

    private static void Route(ActionModel action, ConventionalControllerSetting setting)
    {
        if (action.Selectors.Count == 0)
        {
            action.Selectors.Add(new SelectorModel());
        }
        foreach (var selector in action.Selectors)
        {
            var verb = VerbOf(selector) ?? ServiceRoutes.VerbOf(action.ActionName);
            selector.AttributeRouteModel ??= new AttributeRouteModel { Template = ServiceRoutes.TemplateOf(setting.RootPath, action, verb) };
            if (VerbOf(selector) is null)
            {
                selector.ActionConstraints.Add(new HttpMethodActionConstraint([verb]));
            }
            selector.EndpointMetadata.Add(new NoSignInPage());
        }
    }

    private bool IsFromBody(ActionModel action, ParameterModel parameter) =>
        !ServiceRoutes.IsSimple(parameter.ParameterType)
        && parameter.ParameterType != typeof(CancellationToken)
        && !options.FormBodyBindingIgnoredTypes.Exists(type => type.IsAssignableFrom(parameter.ParameterType))
        && action.Selectors.All(selector => VerbOf(selector) is { } verb
            && !HttpMethods.IsGet(verb) && !HttpMethods.IsDelete(verb) && !HttpMethods.IsHead(verb) && !HttpMethods.IsTrace(verb));

    private static string? VerbOf(SelectorModel selector) =>
        selector.ActionConstraints.OfType<HttpMethodActionConstraint>().FirstOrDefault()?.HttpMethods.FirstOrDefault();

    /// <summary>A program without rights gets 401 or 403, not the way to a sign-in page.</summary>
    private class NoSignInPage : IDisableCookieRedirectMetadata;
}
