using System.Net;
using Volo.Abp.Identity;
using Volo.Abp.Identity.Settings;
using Volo.Abp.MultiTenancy;
using Volo.Abp.Uow;
using Workspace;
using Workspace.Demonstration;
using Workspace.SignIn;

namespace Workspace.Tests.SignIn;

/// <summary>Tests that change settings, which the one app keeps in memory whatever a test's database says: one after the other.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public class SettingsChange
{
    public const string Name = "Settings change";
}

/// <summary>The way in by password.</summary>
[Collection(SettingsChange.Name)]
public class SignInTests : WorkspaceTest<WorkspaceModule>
{
    [Fact]
    public async Task After_five_wrong_passwords_the_right_one_does_not_help_and_the_answer_is_always_the_same()
    {
        using var visitor = Visitor();
        var first = await TryAsync(visitor, "reza", "wrong");
        for (var i = 0; i < 4; i++) { await TryAsync(visitor, "reza", "wrong"); }

        var right = await TryAsync(visitor, "reza", DemonstrationData.Password);

        right.Url.ShouldContain("/Account/Login");
        right.TextOf("form").ShouldBe(first.TextOf("form"));
        (await UserAsync("reza")).LockoutEnd.ShouldNotBeNull();
    }

    [Fact]
    public async Task The_organisations_setting_says_after_how_many_wrong_passwords_an_account_is_locked()
    {
        await using var setting = await SetAsync(IdentitySettingNames.Lockout.MaxFailedAccessAttempts, "2");
        using var visitor = Visitor();

        await TryAsync(visitor, "guest", "wrong");
        (await UserAsync("guest")).LockoutEnd.ShouldBeNull();
        await TryAsync(visitor, "guest", "wrong");

        (await UserAsync("guest")).LockoutEnd.ShouldNotBeNull();
    }

    [Fact]
    public async Task An_unknown_user_an_unknown_organisation_a_wrong_password_and_a_closed_account_look_alike()
    {
        using var visitor = Visitor();
        await ChangeUserAsync("guest", user => user.SetIsActive(false));

        var answers = new[]
        {
            await TryAsync(visitor, "sara", "wrong"),
            await TryAsync(visitor, "nobody", "wrong"),
            await TryAsync(visitor, "sara", "wrong", organisation: "nowhere"),
            await TryAsync(visitor, "guest", DemonstrationData.Password)
        };

        answers.Select(answer => answer.TextOf("form")).Distinct().ShouldHaveSingleItem();
        answers.ShouldAllBe(answer => answer.Status == HttpStatusCode.OK);
    }

    [Fact]
    public async Task An_unknown_user_costs_as_much_work_as_a_known_one()
    {
        using var visitor = Visitor();
        await TryAsync(visitor, "reza", "warm"); await TryAsync(visitor, "nobody-warm", "warm");

        var (known, unknown) = (double.MaxValue, double.MaxValue);
        for (var i = 0; i < 3; i++) // in turns: what else the machine does weighs on both; a fifth would lock reza out
        {
            known = Math.Min(known, await TimeAsync(visitor, "reza"));
            unknown = Math.Min(unknown, await TimeAsync(visitor, "nobody-at-all"));
        }

        unknown.ShouldBeGreaterThan(known * 0.5, "the password of nobody is verified as well");
    }

    [Fact]
    public async Task The_21st_wrong_attempt_for_a_name_within_five_minutes_is_told_to_wait_whether_the_name_exists_or_not()
    {
        using var visitor = Visitor();
        for (var i = 0; i < SignInLimits.FailuresPerName; i++) { (await TryAsync(visitor, "no-such-person", "wrong")).Status.ShouldBe(HttpStatusCode.OK); }

        var answer = await TryAsync(visitor, "no-such-person", "wrong");

        answer.Status.ShouldBe(HttpStatusCode.TooManyRequests);
        answer.TextOf("form").ShouldContain("Too many attempts");
        answer.Document.QuerySelector("[name='Input.UserName']")!.GetAttribute("value").ShouldBe("no-such-person");
    }

    [Fact]
    public void Invented_names_and_addresses_fall_into_a_fixed_number_of_buckets()
    {
        var buckets = Enumerable.Range(0, 200_000).Select(i => SignInLimits.Bucket("name" + i)).ToHashSet();

        buckets.Count.ShouldBeLessThanOrEqualTo(65536);
        SignInLimits.BucketOf("2001:db8:1:2::1").ShouldBe(SignInLimits.BucketOf("2001:db8:1:2:ffff::9"), "one network");
        SignInLimits.BucketOf("2001:db8:1:2::1").ShouldNotBe(SignInLimits.BucketOf("2001:db8:1:3::1"));
    }

    [Fact]
    public async Task Whoever_must_change_the_password_gets_in_with_a_new_one_that_keeps_the_organisations_rules()
    {
        await using var setting = await SetAsync(IdentitySettingNames.Password.RequiredLength, "12");
        await ChangeUserAsync("sara", user => user.SetShouldChangePasswordOnNextLogin(true));
        using var visitor = Visitor();

        var asked = await TryAsync(visitor, "sara", DemonstrationData.Password);
        asked.Url.ShouldContain("/Account/NewPassword");
        (await visitor.GetAsync("/Account/My")).Url.ShouldContain("/Account/Login");
        var refused = await asked.SubmitAsync(NewPassword("Short-1a"));
        refused.Text.ShouldContain("12 characters");
        (await asked.SubmitAsync(NewPassword(DemonstrationData.Password))).Text.ShouldContain("Choose another");
        var done = await asked.SubmitAsync(NewPassword("Longer-Than-12"));

        done.Url.ShouldNotContain("/Account/");
        using var later = Visitor();
        (await TryAsync(later, "sara", "Longer-Than-12")).Url.ShouldNotContain("/Account/");
        (await TryAsync(Visitor(), "sara", DemonstrationData.Password)).Url.ShouldContain("/Account/Login");
    }

    [Fact]
    public async Task A_wrong_password_tells_nothing_about_a_change_that_is_due_and_counts_towards_the_lock()
    {
        await ChangeUserAsync("sara", user => user.SetShouldChangePasswordOnNextLogin(true));
        using var visitor = Visitor();

        (await TryAsync(visitor, "sara", "wrong")).Url.ShouldContain("/Account/Login");

        (await UserAsync("sara")).AccessFailedCount.ShouldBe(1);
    }

    [Fact]
    public async Task Each_attempt_and_each_sign_out_stands_in_ABPs_security_log_with_where_it_came_from()
    {
        using var visitor = Visitor();
        await TryAsync(visitor, "sara", "wrong");
        var inside = await TryAsync(visitor, "sara", DemonstrationData.Password);
        await inside.SubmitAsync([], "form[action*='/Logout']");

        var log = await InTenantAsync(() => Get<IIdentitySecurityLogRepository>().GetListAsync(sorting: "CreationTime", userId: As.IdOf("sara")));

        log.Select(entry => entry.Action).ShouldBe(["LoginInvalidUserNameOrPassword", "LoginSucceeded", "Logout"]);
        log.ShouldAllBe(entry => entry.UserName == "sara" && entry.ClientIpAddress!.StartsWith("10.") && entry.TenantId == As.TenantId);
    }

    [Fact]
    public async Task People_see_their_own_sign_ins_and_nobody_elses()
    {
        await TryAsync(Visitor(), "reza", "wrong");
        using var sara = await SignedIn("sara");

        var page = await sara.GetAsync("/Account/My/SignIns");

        page.TextOf("main").ShouldContain("Signed in");
        page.TextOf("main").ShouldNotContain("Refused");
    }

    private static Dictionary<string, string> NewPassword(string password) => new()
    {
        ["Input.CurrentPassword"] = DemonstrationData.Password, ["Input.NewPassword"] = password, ["Input.Again"] = password
    };

    /// <returns>Milliseconds.</returns>
    private static async Task<double> TimeAsync(WebVisitor visitor, string user)
    {
        var form = await visitor.GetAsync("/Account/Login");
        var started = System.Diagnostics.Stopwatch.GetTimestamp();
        await form.SubmitAsync(Credentials(user, "wrong", DemonstrationData.TenantName));
        return System.Diagnostics.Stopwatch.GetElapsedTime(started).TotalMilliseconds;
    }

    private static async Task<WebAnswer> TryAsync(WebVisitor visitor, string user, string password, string organisation = DemonstrationData.TenantName) =>
        await (await visitor.GetAsync("/Account/Login?culture=en")).SubmitAsync(Credentials(user, password, organisation));

    private static Dictionary<string, string> Credentials(string user, string password, string organisation) => new()
    {
        ["Input.Organisation"] = organisation, ["Input.UserName"] = user, ["Input.Password"] = password
    };

    private Task<Volo.Abp.Identity.IdentityUser> UserAsync(string user) => InTenantAsync(() => Get<IIdentityUserRepository>().GetAsync(As.IdOf(user)));

    private Task ChangeUserAsync(string name, Action<Volo.Abp.Identity.IdentityUser> change) => InTenantAsync(async () =>
    {
        var user = await Get<IIdentityUserRepository>().GetAsync(As.IdOf(name));
        change(user);
        return await Get<IIdentityUserRepository>().UpdateAsync(user);
    });

    private Task<TenantSetting> SetAsync(string setting, string value) => TenantSetting.SetAsync(App.Services, As.TenantId, setting, value);

    private async Task<T> InTenantAsync<T>(Func<Task<T>> act)
    {
        using var tenant = Get<ICurrentTenant>().Change(As.TenantId);
        using var unitOfWork = Get<IUnitOfWorkManager>().Begin(requiresNew: true);
        var result = await act();
        await unitOfWork.CompleteAsync();
        return result;
    }
}
