using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Data.Sqlite;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using Workspace;

namespace Workspace.Tests.SignIn;

/// <summary>A workspace of its own, which takes tokens of an authority and lets nobody ask for much.</summary>
public sealed class StrictWorkspace : IAsyncLifetime
{
    public const string Key = "a secret that the authority and the workspace share";
    public const int ApiPerMinute = 20;
    public const int AnonymousPerMinute = 30;

    private readonly string _folder = Directory.CreateTempSubdirectory("workspace-tests-").FullName;
    private WebApplication _app = null!;

    public HttpClient Client(string address = "10.9.0.1") =>
        new(_app.GetTestServer().CreateHandler(context => context.Connection.RemoteIpAddress = IPAddress.Parse(address))) { BaseAddress = new Uri("http://localhost") };

    public async Task InitializeAsync()
    {
        _app = await WorkspaceHost.CreateAsync<WorkspaceHostModule>(
            [
                $"--Workspace:DataFolder={_folder}", "--Workspace:Demonstration=false", $"--Workspace:RateLimits:ApiPerMinute={ApiPerMinute}",
                $"--Workspace:RateLimits:AnonymousPerMinute={AnonymousPerMinute}", $"--Authentication:Bearer:Key={Key}", "--Authentication:Bearer:Issuer=https://authority.example",
                "--Authentication:Bearer:Audience=workspace"
            ],
            builder => builder.WebHost.UseTestServer());
        await _app.StartAsync();
    }

    public async Task DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, true);
    }
}

public class BearerAndLimitTests(StrictWorkspace workspace) : IClassFixture<StrictWorkspace>
{
    [Fact]
    public async Task A_token_of_the_authority_opens_the_API_with_the_rights_of_its_roles()
    {
        (await CallAsync(Token())).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await CallAsync(Token(role: "nobody"))).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task The_token_says_in_which_tenant_and_an_unknown_one_is_refused() =>
        (await CallAsync(Token(tenant: Guid.NewGuid()))).StatusCode.ShouldBe(HttpStatusCode.NotFound);

    [Fact]
    public async Task A_token_of_another_key_issuer_or_audience_and_one_whose_time_is_over_open_nothing()
    {
        foreach (var wrong in new[]
        {
            Token(key: "a secret that only the attacker and nobody else knows"), Token(issuer: "https://other.example"), Token(audience: "another"),
            Token(expires: DateTime.UtcNow.AddMinutes(-10)), "rubbish"
        })
        {
            var answer = await CallAsync(wrong);
            answer.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
            (await answer.Content.ReadAsStringAsync()).ShouldBeEmpty();
        }
    }

    [Fact]
    public async Task One_user_who_asks_too_much_of_the_API_is_told_to_wait_in_words_and_another_is_not()
    {
        var user = Token();
        for (var i = 0; i < StrictWorkspace.ApiPerMinute; i++) { (await CallAsync(user)).StatusCode.ShouldBe(HttpStatusCode.OK); }

        var answer = await CallAsync(user);

        answer.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        (await answer.Content.ReadAsStringAsync()).ShouldContain("\"message\":\"Too many requests\"");
        answer.Headers.RetryAfter.ShouldNotBeNull();
        (await CallAsync(Token())).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Who_knocks_too_often_at_an_open_door_gets_a_page_that_says_so()
    {
        using var client = workspace.Client("10.9.0.2");
        HttpResponseMessage answer;
        var knocks = 0;
        do
        {
            answer = await client.GetAsync("/Account/Login?culture=en");
        }
        while (answer.StatusCode == HttpStatusCode.OK && ++knocks <= StrictWorkspace.AnonymousPerMinute);

        answer.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        (await answer.Content.ReadAsStringAsync()).ShouldContain("Too many requests");
        using var neighbour = workspace.Client("10.9.0.3");
        (await neighbour.GetAsync("/Account/Login")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    private async Task<HttpResponseMessage> CallAsync(string token)
    {
        using var client = workspace.Client();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return await client.GetAsync("/api/parties/party?culture=en");
    }

    private static string Token(
        string role = "admin", Guid? tenant = null, string key = StrictWorkspace.Key, string issuer = "https://authority.example", string audience = "workspace", DateTime? expires = null)
    {
        var claims = new Dictionary<string, object> { ["sub"] = Guid.NewGuid().ToString(), ["preferred_username"] = "robot", ["role"] = role };
        if (tenant is { } id) { claims["tenantid"] = id.ToString(); }
        return new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
        {
            Issuer = issuer, Audience = audience, Claims = claims, NotBefore = DateTime.UtcNow.AddHours(-1), Expires = expires ?? DateTime.UtcNow.AddHours(1),
            SigningCredentials = new SigningCredentials(new SymmetricSecurityKey(Encoding.UTF8.GetBytes(key)), SecurityAlgorithms.HmacSha256)
        });
    }
}
