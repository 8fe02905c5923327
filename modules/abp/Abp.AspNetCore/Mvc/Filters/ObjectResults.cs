using System.Collections.Concurrent;
using System.Reflection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.Controllers;

namespace Volo.Abp.AspNetCore.Mvc.Filters;

/// <summary>Tells actions that answer with data from those that answer with a page.</summary>
internal static class ObjectResults
{
    private const string ItemName = "_AbpActionInfo";
    private static readonly ConcurrentDictionary<Type, bool> Known = new();
    private static readonly Type[] DataResults = [typeof(JsonResult), typeof(ObjectResult), typeof(NoContentResult)];

    /// <summary>Remembers for the middleware what kind of answer the action gives.</summary>
    public static void Remember(HttpContext context, ActionDescriptor action) => context.Items[ItemName] = AreOf(action);

    /// <summary>The caller is a program: the action gives data, or the request asks for it.</summary>
    public static bool IsExpected(HttpContext context) => context.Items[ItemName] is true || IsAskedFor(context.Request);

    public static bool AreExpected(HttpContext context, ActionDescriptor action, MethodInfo? handler = null) =>
        AreOf(action) || handler is not null && AreOf(handler, isPage: true) || IsAskedFor(context.Request);

    public static bool AreOf(ActionDescriptor action) => action is ControllerActionDescriptor controller && AreOf(controller.MethodInfo, isPage: false);

    private static bool IsAskedFor(HttpRequest request) => request.IsAjax() || request.CanAccept("application/json");

    private static bool AreOf(MethodInfo method, bool isPage) =>
        Unwrap(method.ReturnType) is var type && !(isPage && type == typeof(void)) && Known.GetOrAdd(type, IsData);

    private static bool IsData(Type type) =>
        !typeof(IActionResult).IsAssignableFrom(type) || Array.Exists(DataResults, data => data.IsAssignableFrom(type));

    private static Type Unwrap(Type type) =>
        type == typeof(Task) || type == typeof(ValueTask) ? typeof(void)
        : type.IsGenericType && (type.GetGenericTypeDefinition() == typeof(Task<>) || type.GetGenericTypeDefinition() == typeof(ValueTask<>))
            ? type.GetGenericArguments()[0]
            : type;
}
