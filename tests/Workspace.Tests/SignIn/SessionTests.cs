using Microsoft.AspNetCore.Identity;
using Volo.Abp.Identity;
using Volo.Abp.Localization;
using Volo.Abp.MultiTenancy;
using Volo.Abp.Uow;
using Workspace;
using Workspace.Demonstration;

namespace Workspace.Tests.SignIn;

/// <summary>Where people are signed in, and how it ends.</summary>
[Collection(SettingsChange.Name)]
public class SessionTests : WorkspaceTest<WorkspaceModule>
{
    private const string Main = "main form[method=post]";
    private static readonly DateTime Noon = new(2026, 11, 26, 12, 0, 0, DateTimeKind.Utc);

    [Fact]
    public async Task A_stolen_cookie_dies_within_a_minute_of_a_changed_security_stamp_and_lives_until_then()
    {
        TestClock.Fixed = Noon;
        using var thief = await SignedIn("sara");
        await NewStampAsync("sara");

        TestClock.Fixed = Noon.AddSeconds(30);
        (await thief.GetAsync("/Account/My")).Url.ShouldBe("/Account/My");
        TestClock.Fixed = Noon.AddSeconds(61);
        (await thief.GetAsync("/Account/My")).Url.ShouldContain("/Account/Login");
    }

    [Fact]
    public async Task A_cookie_that_is_good_lives_on_beyond_the_minute()
    {
        TestClock.Fixed = Noon;
        using var sara = await SignedIn("sara");

        for (var minute = 1; minute < 5; minute++)
        {
            TestClock.Fixed = Noon.AddMinutes(minute).AddSeconds(1);
            (await sara.GetAsync("/Account/My/Sessions")).Url.ShouldBe("/Account/My/Sessions");
        }
    }

    [Fact]
    public async Task Within_the_minute_the_check_costs_no_statement()
    {
        TestClock.Fixed = Noon;
        using var guest = await SignedIn("guest");
        await guest.GetAsync("/Account/AccessDenied");
        TestClock.Fixed = Noon.AddSeconds(50);

        var within = await StatementLog.OfAsync(() => guest.GetAsync("/Account/AccessDenied"));
        TestClock.Fixed = Noon.AddSeconds(70);
        var after = await StatementLog.OfAsync(() => guest.GetAsync("/Account/AccessDenied"));

        within.ShouldNotContain(statement => statement.Contains("AbpUsers") || statement.Contains("AbpSessions"));
        after.ShouldContain(statement => statement.Contains("AbpUsers"));
        after.ShouldContain(statement => statement.Contains("AbpSessions"));
    }

    [Fact]
    public async Task One_signs_out_a_device_elsewhere_and_it_is_out_within_a_minute_while_this_one_stays()
    {
        TestClock.Fixed = Noon;
        using var here = await SignedIn("sara");
        TestClock.Fixed = Noon.AddSeconds(5);
        using var elsewhere = await SignedIn("sara");

        var sessions = await here.GetAsync("/Account/My/Sessions");
        sessions.Document.QuerySelectorAll("tbody tr").Length.ShouldBe(2);
        (await sessions.SubmitAsync([], "form[action*='handler=End&'], form[action$='handler=End'], form[action*='session=']")).Document.QuerySelectorAll("tbody tr").Length.ShouldBe(1);

        TestClock.Fixed = Noon.AddSeconds(70);
        (await elsewhere.GetAsync("/Account/My")).Url.ShouldContain("/Account/Login");
        (await here.GetAsync("/Account/My")).Url.ShouldBe("/Account/My");
    }

    [Fact]
    public async Task Nobody_ends_the_session_of_somebody_else()
    {
        using var reza = await SignedIn("reza");
        using var sara = await SignedIn("sara");
        var theirs = (await SessionsOfAsync("reza")).Single().Id;
        using var other = await SignedIn("sara");
        var page = await sara.GetAsync("/Account/My/Sessions");
        var token = page.Document.QuerySelector("[name=__RequestVerificationToken]")!.GetAttribute("value")!;

        await sara.SendAsync(new HttpRequestMessage(HttpMethod.Post, $"/Account/My/Sessions?handler=End&session={theirs}") { Content = new FormUrlEncodedContent([KeyValuePair.Create("__RequestVerificationToken", token)]) });

        (await SessionsOfAsync("reza")).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Signing_out_ends_the_session_so_that_a_copy_of_the_cookie_is_worth_nothing()
    {
        using var sara = await SignedIn("sara");
        (await SessionsOfAsync("sara")).ShouldHaveSingleItem().IpAddresses.ShouldStartWith("10.");

        await (await sara.GetAsync("/Account/My")).SubmitAsync([], "form[action*='/Logout']");

        (await SessionsOfAsync("sara")).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_changed_password_keeps_this_device_and_ends_the_others()
    {
        TestClock.Fixed = Noon;
        using var here = await SignedIn("sara");
        using var elsewhere = await SignedIn("sara");
        var form = await here.GetAsync("/Account/My/Password");

        (await form.SubmitAsync(Passwords("wrong", "New-Word-1"), Main)).Text.ShouldContain("The password is wrong");
        (await form.SubmitAsync(Passwords(DemonstrationData.Password, "short"), Main)).Text.ShouldContain("at least 6 characters");
        var done = await form.SubmitAsync(Passwords(DemonstrationData.Password, "New-Word-1"), Main);

        done.Text.ShouldContain("Your password is changed");
        TestClock.Fixed = Noon.AddSeconds(70);
        (await here.GetAsync("/Account/My")).Url.ShouldBe("/Account/My");
        (await elsewhere.GetAsync("/Account/My")).Url.ShouldContain("/Account/Login");
    }

    [Fact]
    public async Task One_changes_name_telephone_and_language_and_stays_signed_in()
    {
        TestClock.Fixed = Noon;
        await using var language = new TenantSetting(App.Services, As.TenantId, LocalizationSettingNames.DefaultLanguage, As.IdOf("sara"));
        using var sara = await SignedIn("sara");
        var form = await sara.GetAsync("/Account/My");

        (await form.SubmitAsync(new() { ["Input.Phone"] = "12" }, Main)).Text.ShouldContain("not a valid telephone number");
        var saved = await form.SubmitAsync(new() { ["Input.Name"] = "Sarah", ["Input.Phone"] = "۰۹۱۲ ۳۴۵ ۶۷۸۹", ["Input.Language"] = "fa" }, Main);

        saved.Document.DocumentElement.GetAttribute("lang").ShouldBe("fa");
        saved.Document.QuerySelector("[name='Input.Name']")!.GetAttribute("value").ShouldBe("Sarah");
        TestClock.Fixed = Noon.AddSeconds(70);
        (await sara.GetAsync("/Account/My")).Document.QuerySelector("[name='Input.Phone']")!.GetAttribute("value").ShouldBe("0912 345 6789");
    }

    [Fact]
    public async Task Htmx_is_sent_to_the_sign_in_page_as_a_whole_instead_of_drawing_it_into_a_part()
    {
        using var nobody = Visitor();

        var answer = await nobody.GetFragmentAsync("/Crm/Customers");

        answer.Html.ShouldBeEmpty();
        answer.Headers.GetValues("HX-Redirect").Single().ShouldContain("/Account/Login");
    }

    private static Dictionary<string, string> Passwords(string current, string next) => new()
    {
        ["Input.CurrentPassword"] = current, ["Input.NewPassword"] = next, ["Input.Again"] = next
    };

    private Task<List<IdentitySession>> SessionsOfAsync(string user) => InTenantAsync(() => Get<IIdentitySessionRepository>().GetListAsync(userId: As.IdOf(user)));

    private Task NewStampAsync(string user) => InTenantAsync(async () => await Get<IdentityUserManager>().UpdateSecurityStampAsync(await Get<IdentityUserManager>().GetByIdAsync(As.IdOf(user))));

    private async Task<T> InTenantAsync<T>(Func<Task<T>> act)
    {
        using var tenant = Get<ICurrentTenant>().Change(As.TenantId);
        using var unitOfWork = Get<IUnitOfWorkManager>().Begin(requiresNew: true);
        var result = await act();
        await unitOfWork.CompleteAsync();
        return result;
    }
}
