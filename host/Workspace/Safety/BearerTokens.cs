using System.Security.Claims;
using System.Text;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.IdentityModel.Tokens;
using Microsoft.Net.Http.Headers;
using Volo.Abp.Security.Claims;

namespace Workspace.Safety;

/// <summary>
/// The API for programs with a token of an authority that <c>Authentication:Bearer</c> names: <c>Authority</c> (an OpenID Connect
/// issuer) or <c>Key</c> and <c>Issuer</c> (a shared secret of at least 32 bytes), and <c>Audience</c>. Off without them. The authority
/// says who the user is (<c>sub</c>, <c>preferred_username</c>), in which tenant (<c>tenantid</c>) and with which roles (<c>role</c>).
/// </summary>
internal static class BearerTokens
{
    private const string Section = "Authentication:Bearer";

    public static bool AreAccepted(IConfiguration configuration) => configuration[Section + ":Authority"] is { Length: > 0 } || configuration[Section + ":Key"] is { Length: > 0 };

    /// <summary>The scheme for requests of programs that bring a token; null leaves the choice to others.</summary>
    public static string? Choose(HttpContext context) =>
        context.Request.IsForApi() && context.Request.Headers[HeaderNames.Authorization].ToString().StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase)
            ? JwtBearerDefaults.AuthenticationScheme
            : null;

    /// <exception cref="InvalidOperationException">The key is shorter than 32 bytes, or the audience is missing.</exception>
    public static void Add(AuthenticationBuilder authentication, IConfiguration configuration) => authentication.AddJwtBearer(options =>
    {
        var settings = configuration.GetSection(Section);
        options.Audience = settings["Audience"] ?? throw new InvalidOperationException($"{Section}:Audience says for whom tokens must be made; it is missing.");
        options.TokenValidationParameters.ClockSkew = TimeSpan.FromMinutes(1);
        if (settings["Authority"] is { Length: > 0 } authority)
        {
            options.Authority = authority;
        }
        else
        {
            options.TokenValidationParameters.IssuerSigningKey = KeyOf(settings["Key"]!);
            options.TokenValidationParameters.ValidIssuer = settings["Issuer"] ?? throw new InvalidOperationException($"{Section}:Issuer says who makes the tokens; it is missing.");
        }
        options.Events = new JwtBearerEvents { OnTokenValidated = Complete };
    });

    private static SymmetricSecurityKey KeyOf(string key) => Encoding.UTF8.GetBytes(key) is { Length: >= 32 } bytes
        ? new SymmetricSecurityKey(bytes)
        : throw new InvalidOperationException($"{Section}:Key needs at least 32 bytes.");

    /// <summary>The framework has named the usual claims already, in the words that ABP reads; what it leaves is the user's name.</summary>
    private static Task Complete(TokenValidatedContext context)
    {
        var identity = (ClaimsIdentity)context.Principal!.Identity!;
        if (!identity.HasClaim(claim => claim.Type == AbpClaimTypes.UserName) && identity.FindFirst("preferred_username") is { } name)
        {
            identity.AddClaim(new Claim(AbpClaimTypes.UserName, name.Value));
        }
        return Task.CompletedTask;
    }
}
