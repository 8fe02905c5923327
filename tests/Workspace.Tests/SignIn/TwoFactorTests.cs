using System.Buffers.Binary;
using System.Security.Cryptography;
using Workspace;
using Workspace.Demonstration;
using Workspace.SignIn;

namespace Workspace.Tests.SignIn;

/// <summary>A code beside the password.</summary>
[Collection(SettingsChange.Name)]
public class TwoFactorTests : WorkspaceTest<WorkspaceModule>
{
    [Fact]
    public async Task With_the_app_connected_a_password_alone_opens_nothing_and_the_code_does()
    {
        var (key, _) = await SetUpAsync("sara");
        using var visitor = Visitor();

        var asked = await PasswordAsync(visitor, "sara");
        asked.Url.ShouldContain("/Account/TwoFactor");
        (await visitor.GetAsync("/Account/My")).Url.ShouldContain("/Account/Login");
        (await asked.SubmitAsync(new() { ["Input.Code"] = "000000" })).Text.ShouldContain("The code is not right");
        var inside = await asked.SubmitAsync(new() { ["Input.Code"] = Persian(Totp(key)) });

        inside.Url.ShouldNotContain("/Account/");
        (await visitor.GetAsync("/Account/My")).Url.ShouldBe("/Account/My");
    }

    [Fact]
    public async Task A_recovery_code_opens_once()
    {
        var (_, codes) = await SetUpAsync("sara");
        codes.Count.ShouldBe(10);

        (await RecoverAsync(codes[0])).Url.ShouldNotContain("/Account/");
        (await RecoverAsync(codes[0])).Text.ShouldContain("used already");
    }

    [Fact]
    public async Task A_remembered_browser_is_not_asked_again_until_it_is_forgotten()
    {
        var (key, _) = await SetUpAsync("sara");
        using var visitor = Visitor();
        await (await PasswordAsync(visitor, "sara")).SubmitAsync(new() { ["Input.Code"] = Totp(key), ["Input.Remember"] = "true" });
        await (await visitor.GetAsync("/Account/My")).SubmitAsync([], "form[action*='/Logout']");

        var again = await PasswordAsync(visitor, "sara");
        again.Url.ShouldNotContain("/Account/");
        await (await visitor.GetAsync("/Account/My/TwoFactor")).SubmitAsync([], "form[action*='handler=Forget']");
        await (await visitor.GetAsync("/Account/My")).SubmitAsync([], "form[action*='/Logout']");

        (await PasswordAsync(visitor, "sara")).Url.ShouldContain("/Account/TwoFactor");
        (await PasswordAsync(Visitor(), "sara")).Url.ShouldContain("/Account/TwoFactor");
    }

    [Fact]
    public async Task Recovery_codes_are_shown_once_and_it_takes_the_password_to_turn_the_second_step_off()
    {
        using var sara = await SignedIn("sara");
        await ConnectAsync(sara);

        var page = await sara.GetAsync("/Account/My/TwoFactor");
        page.Document.QuerySelectorAll(".ui-codes code").ShouldBeEmpty();
        var form = "form:has([name=Password])";
        var wrong = await PressAsync(sara, page, form, "Off", "wrong");
        wrong.Text.ShouldContain("The password is wrong");
        var off = await PressAsync(sara, page, form, "Off", DemonstrationData.Password);

        off.Text.ShouldContain("Two-step sign-in is off");
        (await PasswordAsync(Visitor(), "sara")).Url.ShouldNotContain("/Account/");
    }

    [Fact]
    public async Task Where_the_organisation_demands_it_of_a_role_its_people_get_nowhere_before_it_is_set_up_and_cannot_turn_it_off()
    {
        await using var demand = await TenantSetting.SetAsync(App.Services, As.TenantId, WorkspaceSettings.TwoFactorRoles, "sales");
        using var sara = Visitor();
        var led = await PasswordAsync(sara, "sara");

        led.Url.ShouldBe("/Account/My/TwoFactor");
        (await sara.GetAsync("/Crm/Customers")).Url.ShouldBe("/Account/My/TwoFactor");
        var api = await sara.GetAsync("/api/crm/customer");
        api.Status.ShouldBe(System.Net.HttpStatusCode.Forbidden);
        api.Html.ShouldContain("two-step sign-in");
        await ConnectAsync(sara);
        (await sara.GetAsync("/Crm/Customers")).Url.ShouldBe("/Crm/Customers");
        var page = await sara.GetAsync("/Account/My/TwoFactor");
        (await PressAsync(sara, page, "form:has([name=Password])", "Off", DemonstrationData.Password)).Text.ShouldContain("cannot be turned off");
        using var reza = await SignedIn("reza");
        (await reza.GetAsync("/Accounting/Receipts")).Url.ShouldBe("/Accounting/Receipts");
    }

    private async Task<(string Key, IReadOnlyList<string> Codes)> SetUpAsync(string user)
    {
        using var visitor = await SignedIn(user);
        return await ConnectAsync(visitor);
    }

    private static async Task<(string Key, IReadOnlyList<string> Codes)> ConnectAsync(WebVisitor visitor)
    {
        var setUp = await (await visitor.GetAsync("/Account/My/TwoFactor")).SubmitAsync([], "form[action*='handler=Begin']");
        setUp.Has(".ui-qr svg path").ShouldBeTrue();
        var key = setUp.TextOf(".ui-key").Replace(" ", "");
        (await setUp.SubmitAsync(new() { ["Code"] = "000000" }, "form[action*='handler=On']")).Text.ShouldContain("The code is not right");
        var on = await setUp.SubmitAsync(new() { ["Code"] = Totp(key) }, "form[action*='handler=On']");
        on.Text.ShouldContain("Two-step sign-in is on");
        return (key, [.. on.Document.QuerySelectorAll(".ui-codes code").Select(code => code.TextContent)]);
    }

    private async Task<WebAnswer> RecoverAsync(string code)
    {
        using var visitor = Visitor();
        var asked = await PasswordAsync(visitor, "sara");
        var recovery = await visitor.GetAsync(asked.Document.QuerySelector(".ui-door-more a")!.GetAttribute("href")!);
        return await recovery.SubmitAsync(new() { ["Input.Code"] = code });
    }

    private static async Task<WebAnswer> PasswordAsync(WebVisitor visitor, string user) => await (await visitor.GetAsync("/Account/Login?culture=en")).SubmitAsync(new()
    {
        ["Input.Organisation"] = DemonstrationData.TenantName, ["Input.UserName"] = user, ["Input.Password"] = DemonstrationData.Password
    });

    /// <summary>A form with several buttons, each with a handler of its own.</summary>
    private static Task<WebAnswer> PressAsync(WebVisitor visitor, WebAnswer page, string form, string handler, string password)
    {
        var button = page.Document.QuerySelector($"{form} button[formaction*='handler={handler}']")!.GetAttribute("formaction")!;
        var token = page.Document.QuerySelector($"{form} [name=__RequestVerificationToken]")!.GetAttribute("value")!;
        return visitor.SendAsync(new HttpRequestMessage(HttpMethod.Post, button)
        {
            Content = new FormUrlEncodedContent([KeyValuePair.Create("__RequestVerificationToken", token), KeyValuePair.Create("Password", password)])
        });
    }

    /// <summary>What an app shows: RFC 6238 with SHA-1, 30 seconds, six digits.</summary>
    private static string Totp(string key)
    {
        Span<byte> step = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(step, DateTimeOffset.UtcNow.ToUnixTimeSeconds() / 30);
        var hash = HMACSHA1.HashData(FromBase32(key), step);
        var at = hash[^1] & 15;
        return ((BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(at)) & int.MaxValue) % 1_000_000).ToString("D6");
    }

    private static byte[] FromBase32(string text)
    {
        var bits = string.Concat(text.ToUpperInvariant().Select(c => Convert.ToString("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".IndexOf(c), 2).PadLeft(5, '0')));
        return [.. Enumerable.Range(0, bits.Length / 8).Select(i => Convert.ToByte(bits.Substring(i * 8, 8), 2))];
    }

    private static string Persian(string digits) => string.Concat(digits.Select(c => (char)(c - '0' + '۰')));
}
