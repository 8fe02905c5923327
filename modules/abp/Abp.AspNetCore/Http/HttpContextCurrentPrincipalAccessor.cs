using System.Security.Claims;
using Microsoft.AspNetCore.Http;
using Volo.Abp.Security.Claims;

namespace Volo.Abp.AspNetCore.Security.Claims;

/// <summary>The user of the request; outside of requests that of the thread.</summary>
public class HttpContextCurrentPrincipalAccessor(IHttpContextAccessor httpContextAccessor) : ThreadCurrentPrincipalAccessor
{
    protected override ClaimsPrincipal GetClaimsPrincipal() =>
        httpContextAccessor.HttpContext?.User ?? base.GetClaimsPrincipal();
}
