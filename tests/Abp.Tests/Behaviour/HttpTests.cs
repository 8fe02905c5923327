using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Abp.Tests.Shop;

namespace Abp.Tests.Behaviour;

/// <summary>Point 7: what errors look like over HTTP, and where an application service is found.</summary>
public class HttpTests(ShopApp shop) : IClassFixture<ShopApp>
{
    private static readonly Guid Id = Guid.NewGuid();

    [Theory]
    [InlineData("friendly", HttpStatusCode.Forbidden)]
    [InlineData("business", HttpStatusCode.Forbidden)]
    [InlineData("stale", HttpStatusCode.Conflict)]
    [InlineData("unfinished", HttpStatusCode.NotImplemented)]
    [InlineData("crash", HttpStatusCode.InternalServerError)]
    public async Task An_exception_has_its_status(string trouble, HttpStatusCode status)
    {
        var answer = await shop.Http.GetAsync($"/api/app/trouble/{trouble}");
        answer.StatusCode.ShouldBe(status);
        answer.Headers.GetValues("_AbpErrorFormat").ShouldBe(["true"]);
        var error = (await answer.Content.ReadFromJsonAsync<JsonObject>())!["error"]!.AsObject();
        error.Select(x => x.Key).ShouldBe(["code", "message", "details", "data", "validationErrors"], ignoreOrder: true);
    }

    [Fact]
    public async Task A_friendly_message_is_passed_on() =>
        (await Error("/api/app/trouble/friendly"))["message"]!.GetValue<string>().ShouldBe("Please mind the step.");

    [Theory]
    [InlineData("en", "Bolt is out of stock.")]
    [InlineData("fa", "Bolt موجود نیست.")]
    public async Task A_business_code_is_the_key_of_its_message(string culture, string message)
    {
        var error = await Error($"/api/app/trouble/business?culture={culture}");
        error["code"]!.GetValue<string>().ShouldBe("Shop:OutOfStock");
        error["message"]!.GetValue<string>().ShouldBe(message);
        error["data"]!["Name"]!.GetValue<string>().ShouldBe("Bolt");
    }

    [Theory]
    [InlineData("unmapped")]
    [InlineData("crash")]
    public async Task Nothing_else_leaks(string trouble)
    {
        var error = await Error($"/api/app/trouble/{trouble}");
        error["message"]!.GetValue<string>().ShouldBe("An internal error occurred during your request!");
        error.ToJsonString().ShouldNotContain("swordfish");
        error.ToJsonString().ShouldNotContain("An internal word");
    }

    [Fact]
    public async Task A_missing_entity_is_404_and_named()
    {
        var answer = await shop.Http.GetAsync($"/api/app/trouble/{Id}/missing");
        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await Error($"/api/app/trouble/{Id}/missing"))["message"]!.GetValue<string>().ShouldBe($"There is no entity Widget with id = {Id}!");
    }

    [Fact]
    public async Task Authorisation_fails_with_an_empty_body()
    {
        foreach (var path in new[] { "forbidden", "signed-in" })
        {
            var anonymous = await shop.Http.GetAsync($"/api/app/trouble/{path}");
            anonymous.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
            (await anonymous.Content.ReadAsStringAsync()).ShouldBeEmpty();
        }
        var known = await Send("/api/app/trouble/forbidden", "Test-User", Id.ToString());
        known.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await known.Content.ReadAsStringAsync()).ShouldBeEmpty();
        (await Send("/api/app/trouble/signed-in", "Test-User", Id.ToString())).StatusCode.ShouldBe(HttpStatusCode.NoContent);
    }

    [Fact]
    public async Task An_unknown_tenant_is_404_in_html()
    {
        var answer = await Send("/api/app/probe/tenant", "__tenant", "nobody");
        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("text/html");
        answer.Headers.Contains("Abp-Tenant-Resolve-Error").ShouldBeTrue();
        (await answer.Content.ReadAsStringAsync()).ShouldContain("Tenant not found!");
    }

    [Fact]
    public async Task Create_is_200_and_nothing_is_204()
    {
        (await shop.Http.PostAsJsonAsync("/api/app/probe", new { name = "Pale", shade = 1 })).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await shop.Http.PutAsJsonAsync($"/api/app/probe/{Id}", new { name = "Pale" })).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await shop.Http.DeleteAsync($"/api/app/probe/{Id}")).StatusCode.ShouldBe(HttpStatusCode.NoContent);
    }

    [Fact]
    public async Task Names_make_verbs_and_addresses()
    {
        (await shop.Http.GetStringAsync($"/api/app/probe/{Id}/text")).ShouldBe($"text of {Id}");
        (await Post("/api/app/probe/find-by-name?name=Bolt")).ShouldBe("Bolt");
        (await Post($"/api/app/probe/{Id}/part?label=Wheel")).ShouldBe($"{Id} Wheel");
        (await shop.Http.PostAsync($"/api/app/probe/set-state/{Id}?state=new", null)).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await shop.Http.GetAsync("/api/app/probe/find-by-name?name=Bolt")).IsSuccessStatusCode.ShouldBeFalse();
    }

    [Fact]
    public async Task A_text_is_plain()
    {
        var answer = await shop.Http.GetAsync($"/api/app/probe/{Id}/text");
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("text/plain");
    }

    [Fact]
    public async Task Json_is_camel_case_with_nulls_and_numbers_for_enums()
    {
        var answer = await shop.Http.PostAsync("/api/app/probe", Json("""{ "name": "Pale", "shade": "Dark" }"""));
        (await answer.Content.ReadAsStringAsync()).ShouldBe("""{"name":"Pale","shade":2,"note":null}""");
        (await shop.Http.PostAsync("/api/app/probe", Json("""{ "name": "Pale", "shade": "Pink" }"""))).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Bad_input_is_400_with_members_in_camel_case()
    {
        var answer = await shop.Http.PostAsync("/api/app/probe", Json("""{ "name": "Far too long a name" }"""));
        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var errors = (await answer.Content.ReadFromJsonAsync<JsonObject>())!["error"]!["validationErrors"]!.AsArray();
        errors.ShouldHaveSingleItem()!["members"]!.AsArray().ShouldHaveSingleItem()!.GetValue<string>().ShouldBe("name");
    }

    private static StringContent Json(string text) => new(text, Encoding.UTF8, "application/json");

    private async Task<JsonObject> Error(string url) =>
        (await (await shop.Http.GetAsync(url)).Content.ReadFromJsonAsync<JsonObject>())!["error"]!.AsObject();

    private async Task<string> Post(string url) => await (await shop.Http.PostAsync(url, null)).Content.ReadAsStringAsync();

    private async Task<HttpResponseMessage> Send(string url, string header, string value)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, url);
        request.Headers.Add(header, value);
        return await shop.Http.SendAsync(request);
    }
}
