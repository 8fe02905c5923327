using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;
using Workspace.Safety;

namespace Workspace.ApiKeys;

/// <summary>Signs a program in by <c>X-Api-Key: KEY</c> or <c>Authorization: ApiKey KEY</c>, for that one request.</summary>
public class ApiKeyScheme(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, ApiKeyPrincipals principals)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string Name = "ApiKey";
    public const string Header = "X-Api-Key";

    /// <summary>The scheme for requests of programs that bring a key; null leaves the choice to others.</summary>
    public static string? Choose(HttpContext context) => context.Request.IsForApi() && KeyOf(context.Request) is not null ? Name : null;

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (KeyOf(Request) is not { } text) { return AuthenticateResult.NoResult(); }
        return await principals.FindAsync(text) is { } principal
            ? AuthenticateResult.Success(new AuthenticationTicket(principal, Name))
            : AuthenticateResult.Fail("The key is unknown, expired or revoked.");
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.StatusCode = StatusCodes.Status401Unauthorized;
        Response.Headers.WWWAuthenticate = Name;
        return Task.CompletedTask;
    }

    private static string? KeyOf(HttpRequest request) =>
        request.Headers.TryGetValue(Header, out var key) ? key.ToString()
        : request.Headers[HeaderNames.Authorization].ToString() is var authorization && authorization.StartsWith(Name + " ", StringComparison.OrdinalIgnoreCase)
            ? authorization[(Name.Length + 1)..].Trim()
            : null;
}
