using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http;
using Volo.Abp.DependencyInjection;

namespace Crm.Web.LeadForms;

/// <summary>How often one address may send forms. Addresses fall into a fixed number of buckets, so that many cost no memory.</summary>
public class LeadFormLimits : ISingletonDependency
{
    private const int Sendings = 10;
    private const int Buckets = 4096;
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(10);

    private readonly PartitionedRateLimiter<HttpContext> _limiter = PartitionedRateLimiter.Create<HttpContext, int>(context =>
        RateLimitPartition.GetSlidingWindowLimiter(
            (int)((uint)(context.Connection.RemoteIpAddress?.ToString() ?? "").GetHashCode(StringComparison.Ordinal) % Buckets),
            _ => new SlidingWindowRateLimiterOptions { PermitLimit = Sendings, Window = Window, SegmentsPerWindow = 5 }));

    public bool MaySend(HttpContext context)
    {
        using var lease = _limiter.AttemptAcquire(context);
        return lease.IsAcquired;
    }
}
