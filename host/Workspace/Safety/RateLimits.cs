using System.Globalization;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Localization;
using System.Security.Principal;
using Volo.Abp.Http;
using Workspace.SignIn;

namespace Workspace.Safety;

/// <summary>
/// How much one caller may ask for: the API for each user, doors that are open to anyone for each address, both in a minute
/// (<c>Workspace:RateLimits:ApiPerMinute</c>, <c>AnonymousPerMinute</c>). Callers fall into a fixed number of buckets. Failed sign-ins
/// have limits of their own (<see cref="SignInLimits"/>).
/// </summary>
internal static class RateLimits
{
    private const string Section = "Workspace:RateLimits";
    private const int SegmentsPerMinute = 6;

    private enum Kind { None, Api, Anonymous }

    public static void Configure(RateLimiterOptions options, IConfiguration configuration)
    {
        var api = configuration.GetValue(Section + ":ApiPerMinute", 1200);
        var anonymous = configuration.GetValue(Section + ":AnonymousPerMinute", 300);
        options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        options.OnRejected = (context, _) => AnswerAsync(context);
        options.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, (Kind Kind, int Bucket)>(context => PartitionOf(context) switch
        {
            { Kind: Kind.Api } key => Minute(key, api),
            { Kind: Kind.Anonymous } key => Minute(key, anonymous),
            var key => RateLimitPartition.GetNoLimiter(key)
        });
    }

    private static (Kind Kind, int Bucket) PartitionOf(HttpContext context) =>
        // The page that explains a refusal is not refused itself.
        context.Features.Get<IStatusCodeReExecuteFeature>() is not null || context.Features.Get<IExceptionHandlerFeature>() is not null ? default
        : context.User.Identity?.IsAuthenticated != true ? (Kind.Anonymous, SignInLimits.BucketOf(context.Connection.RemoteIpAddress?.ToString() ?? ""))
        : context.Request.IsForApi() ? (Kind.Api, SignInLimits.Bucket((context.User.FindUserId()?.ToString() ?? context.User.Identity.Name)!))
        : default;

    private static RateLimitPartition<(Kind, int)> Minute((Kind, int) key, int requests) => RateLimitPartition.GetSlidingWindowLimiter(key, _ =>
        new SlidingWindowRateLimiterOptions { PermitLimit = requests, Window = TimeSpan.FromMinutes(1), SegmentsPerWindow = SegmentsPerMinute });

    private static async ValueTask AnswerAsync(OnRejectedContext context)
    {
        var response = context.HttpContext.Response;
        response.Headers.RetryAfter = (60 / SegmentsPerMinute).ToString(CultureInfo.InvariantCulture);
        if (!context.HttpContext.Request.IsForApi()) { return; } // the error page tells
        var texts = context.HttpContext.RequestServices.GetRequiredService<IStringLocalizer<WorkspaceResource>>();
        response.StatusCode = StatusCodes.Status429TooManyRequests;
        await response.WriteAsJsonAsync(new RemoteServiceErrorResponse(new RemoteServiceErrorInfo(texts["Error:429"], texts["Error:429:Hint"])));
    }
}
