using Kernel.Web;

namespace Workspace.Safety;

/// <summary>
/// What a browser may do with our pages: run our own files only, and be framed by nobody but what is <see cref="EmbeddableAttribute"/>. No
/// page needs an inline script or style.
/// </summary>
internal static class SecurityHeaders
{
    private const string Policy =
        "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; "
        + "object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors ";

    private const string Permissions = "camera=(), geolocation=(), microphone=(), payment=(), usb=()";

    public static IApplicationBuilder UseSecurityHeaders(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        // As late as can be: whoever answers an exception clears the headers that stood before.
        context.Response.OnStarting(Write, context);
        return next(context);
    });

    private static Task Write(object state)
    {
        var context = (HttpContext)state;
        var headers = context.Response.Headers;
        var mayBeFramed = context.GetEndpoint()?.Metadata.GetMetadata<EmbeddableAttribute>() is not null;
        headers.ContentSecurityPolicy = Policy + (mayBeFramed ? "*" : "'none'");
        headers.XContentTypeOptions = "nosniff";
        if (!mayBeFramed) { headers.XFrameOptions = "DENY"; }
        headers["Referrer-Policy"] = "same-origin";
        headers["Permissions-Policy"] = Permissions;
        return Task.CompletedTask;
    }
}
