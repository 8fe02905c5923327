using Microsoft.AspNetCore.Diagnostics;

namespace Workspace.Safety;

/// <summary>Requests of programs: they get status codes and data, never one of our pages.</summary>
internal static class ApiRequests
{
    public static bool IsForApi(this HttpRequest request) => request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase);

    /// <summary>Behind the status-code pages, which it silences for programs.</summary>
    public static IApplicationBuilder UseBareStatusCodesForApi(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        if (context.Request.IsForApi() && context.Features.Get<IStatusCodePagesFeature>() is { } pages)
        {
            pages.Enabled = false;
        }
        return next(context);
    });
}
