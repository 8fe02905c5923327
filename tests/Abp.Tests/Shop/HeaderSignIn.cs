using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Volo.Abp.Security.Claims;

namespace Abp.Tests.Shop;

/// <summary>Believes the request: header <c>Test-User</c> holds the user's id, <c>Test-Role</c> a role.</summary>
public class HeaderSignIn(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public new const string Scheme = "Test";

    protected override Task<AuthenticateResult> HandleAuthenticateAsync() => Task.FromResult(
        Request.Headers["Test-User"].ToString() is { Length: > 0 } user
            ? AuthenticateResult.Success(new AuthenticationTicket(
                People.Principal(Guid.Parse(user), Request.Headers["Test-Role"].ToString()), Scheme))
            : AuthenticateResult.NoResult());
}

public static class People
{
    public static ClaimsPrincipal Principal(Guid id, params string[] roles) => new(new ClaimsIdentity(
        [new Claim(AbpClaimTypes.UserId, id.ToString()), new Claim(AbpClaimTypes.UserName, "somebody"),
            .. roles.Where(x => x.Length > 0).Select(x => new Claim(AbpClaimTypes.Role, x))], "Test"));
}
