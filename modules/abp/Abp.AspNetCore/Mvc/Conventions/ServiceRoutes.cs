using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc.ApplicationModels;

namespace Volo.Abp.AspNetCore.Mvc.Conventions;

/// <summary>Verb and address of a service method, from its name and parameters.</summary>
internal static partial class ServiceRoutes
{
    private static readonly (string Verb, string[] Prefixes)[] Verbs =
    [
        ("GET", ["GetList", "GetAll", "Get"]),
        ("PUT", ["Put", "Update"]),
        ("DELETE", ["Delete", "Remove"]),
        ("POST", ["Create", "Add", "Insert", "Post"]),
        ("PATCH", ["Patch"])
    ];

    public static string VerbOf(string methodName) =>
        Verbs.FirstOrDefault(verb => PrefixOf(methodName, verb.Prefixes) is not null).Verb ?? "POST";

    /// <returns>For example <c>api/crm/opportunity/{id}/items-of-widget</c>.</returns>
    public static string TemplateOf(string rootPath, ActionModel action, string verb)
    {
        var prefix = IntegrationServiceAttribute.IsDefinedOrInherited(action.Controller.ControllerType)
            ? AbpAspNetCoreConsts.DefaultIntegrationServiceApiPrefix
            : AbpAspNetCoreConsts.DefaultApiPrefix;
        var template = $"{prefix}/{rootPath}/{Kebab(action.Controller.ControllerName)}";
        if (action.Parameters.FirstOrDefault(parameter => parameter.ParameterName == "id") is { } id)
        {
            template += IsSimple(id.ParameterType)
                ? "/{id}"
                : string.Concat(id.ParameterType.GetProperties().Select(property => $"/{{{property.Name}}}"));
        }
        var name = NameOf(action.ActionName, verb);
        if (name.Length > 0)
        {
            template += "/" + Kebab(name);
            var others = action.Parameters.Where(parameter => parameter.ParameterName.EndsWith("Id", StringComparison.Ordinal)).ToList();
            if (others.Count == 1)
            {
                template += $"/{{{others[0].ParameterName}}}";
            }
        }
        return template;
    }

    /// <summary>Fits into a route or a query: numbers, texts, dates, ids, enums.</summary>
    public static bool IsSimple(Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        return type.IsPrimitive || type.IsEnum || type == typeof(string) || type == typeof(decimal) || type == typeof(Guid)
            || type == typeof(DateTime) || type == typeof(DateTimeOffset) || type == typeof(DateOnly) || type == typeof(TimeOnly) || type == typeof(TimeSpan);
    }

    private static string NameOf(string methodName, string verb)
    {
        var prefixes = Verbs.FirstOrDefault(each => each.Verb == verb.ToUpperInvariant()).Prefixes ?? [];
        var name = PrefixOf(methodName, prefixes) is { } prefix ? methodName[prefix.Length..] : methodName;
        return name.EndsWith("Async", StringComparison.Ordinal) ? name[..^5] : name;
    }

    private static string? PrefixOf(string methodName, string[] prefixes) =>
        prefixes.FirstOrDefault(prefix => methodName.StartsWith(prefix, StringComparison.OrdinalIgnoreCase));

    private static string Kebab(string name) => WordBoundary().Replace(name, "-").ToLowerInvariant();

    [GeneratedRegex("(?<=[a-z0-9])(?=[A-Z])")]
    private static partial Regex WordBoundary();
}
