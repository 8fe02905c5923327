using System.Net;
using System.Net.Http.Json;
using System.Text.RegularExpressions;
using Kernel.Rights;
using Volo.Abp.Authorization.Permissions;
using Volo.Abp.Identity;
using Volo.Abp.MultiTenancy;
using Volo.Abp.PermissionManagement;
using Volo.Abp.Uow;
using Workspace;

namespace Workspace.Tests.SignIn;

/// <summary>Programs that act for a person with some of his permissions.</summary>
[Collection(SettingsChange.Name)]
public class ApiKeyTests : WorkspaceTest<WorkspaceModule>
{
    private const string Customers = "/api/parties/party";
    private const string SeeParties = "Parties.Parties";

    [Fact]
    public async Task A_program_with_a_key_may_what_the_key_was_given_and_nothing_else_its_user_may()
    {
        using var sara = await SignedIn("sara");
        var key = await MakeAsync(sara, SeeParties);
        using var program = Visitor();

        (await CallAsync(program, Customers, key)).Status.ShouldBe(HttpStatusCode.OK);
        (await CallAsync(program, "/api/crm/customer", key)).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await sara.GetAsync("/api/crm/customer")).Status.ShouldBe(HttpStatusCode.OK);
        (await CallAsync(program, Customers, key: null)).Status.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Record_rights_that_the_key_was_not_given_are_narrowed_for_the_program_and_not_for_its_user()
    {
        await Given.Customer("Acme", owner: "admin");
        await Given.Customer("Globex", owner: "reza");
        using var admin = await SignedIn();
        var own = await MakeAsync(admin, SeeParties);
        var all = await MakeAsync(admin, RightsPermissions.Scope(SeeParties, RecordScope.All));
        using var program = Visitor();

        for (var round = 0; round < 2; round++)
        {
            (await CallAsync(program, Customers, own)).Html.ShouldNotContain("Globex");
            (await CallAsync(program, Customers, all)).Html.ShouldContain("Globex");
            (await admin.GetAsync(Customers)).Html.ShouldContain("Globex");
        }
        (await CallAsync(program, Customers, own)).Html.ShouldContain("Acme");
    }

    [Fact]
    public async Task A_program_changes_things_without_a_forms_token()
    {
        using var sara = await SignedIn("sara");
        var key = await MakeAsync(sara, "Parties.Parties.Create");
        using var program = Visitor();

        var made = await program.SendAsync(new HttpRequestMessage(HttpMethod.Post, Customers)
        {
            Headers = { { "Authorization", "ApiKey " + key } }, Content = JsonContent.Create(new { kind = 2, name = "Made by a program", roles = new[] { "customer" } })
        });

        made.Status.ShouldNotBe(HttpStatusCode.Unauthorized);
        made.Status.ShouldNotBe(HttpStatusCode.BadRequest, made.Html);
        (await sara.GetAsync(Customers)).Html.ShouldContain("Made by a program");
    }

    [Fact]
    public async Task A_revoked_key_is_dead_at_once_and_an_expired_one_when_its_time_is_over()
    {
        var start = new DateTime(2026, 11, 26, 12, 0, 0, DateTimeKind.Utc);
        TestClock.Fixed = start;
        using var sara = await SignedIn("sara");
        var revoked = await MakeAsync(sara, SeeParties);
        using var program = Visitor();
        (await CallAsync(program, Customers, revoked)).Status.ShouldBe(HttpStatusCode.OK);

        var page = await (await sara.GetAsync("/Account/My/Keys")).SubmitAsync([], "form[action*='handler=Revoke']");
        page.Has("[data-status=Revoked]").ShouldBeTrue();
        (await CallAsync(program, Customers, revoked)).Status.ShouldBe(HttpStatusCode.Unauthorized);

        var week = await MakeAsync(sara, SeeParties);
        TestClock.Fixed = start.AddDays(7).AddSeconds(-1);
        (await CallAsync(program, Customers, week)).Status.ShouldBe(HttpStatusCode.OK);
        TestClock.Fixed = start.AddDays(7);
        (await CallAsync(program, Customers, week)).Status.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task A_key_speaks_for_nobody_once_its_user_is_closed_and_may_no_more_than_he_may_now()
    {
        await GrantGuestAsync(true);
        try
        {
            using var guest = await SignedIn("guest");
            var key = await MakeAsync(guest, SeeParties);
            using var program = Visitor();
            (await CallAsync(program, Customers, key)).Status.ShouldBe(HttpStatusCode.OK);
            await GrantGuestAsync(false);
            (await CallAsync(program, Customers, key)).Status.ShouldBe(HttpStatusCode.Forbidden);
            await InTenantAsync(async () => (await Get<IIdentityUserRepository>().GetAsync(As.IdOf("guest"))).SetIsActive(false));
            (await CallAsync(program, Customers, key)).Status.ShouldBe(HttpStatusCode.Unauthorized);
        }
        finally
        {
            await GrantGuestAsync(false);
        }
    }

    [Fact]
    public async Task A_key_opens_no_page_and_a_wrong_one_opens_nothing()
    {
        using var sara = await SignedIn("sara");
        var key = await MakeAsync(sara, SeeParties);
        using var program = Visitor();

        (await CallAsync(program, "/Account/My", key)).Url.ShouldContain("/Account/Login");
        foreach (var wrong in new[] { key[..^4] + "AAAA", key[..40], "wsk_", "", "wsk_" + new string('A', 86), "%%%" })
        {
            (await CallAsync(program, Customers, wrong)).Status.ShouldBe(HttpStatusCode.Unauthorized, wrong);
        }
    }

    [Fact]
    public async Task Nobody_gives_a_key_more_than_he_may_and_the_form_keeps_what_was_chosen()
    {
        using var reza = await SignedIn("reza");

        var beyond = await PostNewAsync(reza, "Web shop", ["Inventory.Stock.Adjust"]);
        beyond.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        beyond.Text.ShouldContain("cannot do more than you may");
        var none = await PostNewAsync(reza, "Web shop", []);
        none.Text.ShouldContain("Choose at least one permission");
        none.Document.QuerySelector("[name='Input.Name']")!.GetAttribute("value").ShouldBe("Web shop");
        none.Document.QuerySelectorAll("[value='Inventory.Stock.Adjust']").ShouldBeEmpty("what one lacks is not offered");
    }

    [Fact]
    public async Task The_key_is_shown_once_and_only_its_hash_is_kept()
    {
        using var sara = await SignedIn("sara");
        var key = await MakeAsync(sara, SeeParties);

        (await sara.GetAsync("/Account/My/Keys")).Html.ShouldNotContain(key);
        var kept = await InTenantAsync(async () => (await Get<ApiKeys.ApiKeyManager>().GetListAsync(As.IdOf("sara"))).Single());
        kept.SecretHash.Length.ShouldBe(32);
        key.ShouldNotContain(Convert.ToBase64String(kept.SecretHash)[..10]);
        kept.PermissionNames.ShouldBe([SeeParties]);
    }

    [Fact]
    public async Task An_administrator_ends_a_users_keys_and_sessions_and_nobody_else_does()
    {
        TestClock.Fixed = new DateTime(2026, 11, 26, 12, 0, 0, DateTimeKind.Utc);
        using var sara = await SignedIn("sara");
        var key = await MakeAsync(sara, SeeParties);
        using var admin = await SignedIn();
        var url = $"/Administration/Users/Access/{As.IdOf("sara")}";
        (await sara.GetAsync(url)).Status.ShouldBe(HttpStatusCode.Forbidden);

        await (await admin.GetAsync(url)).SubmitAsync([], "form[action*='handler=Revoke']");
        await (await admin.GetAsync(url)).SubmitAsync([], "form[action*='handler=EndAll']");

        using var program = Visitor();
        (await CallAsync(program, Customers, key)).Status.ShouldBe(HttpStatusCode.Unauthorized);
        TestClock.Fixed = TestClock.Fixed.Value.AddSeconds(61);
        (await sara.GetAsync("/Account/My")).Url.ShouldContain("/Account/Login");
    }

    [Fact]
    public async Task No_permission_is_out_of_the_keys_reach()
    {
        // A permission of users or roles that names its providers would not ask the one that narrows keys.
        (await Get<IPermissionDefinitionManager>().GetPermissionsAsync())
            .Where(permission => permission.Providers.Intersect(["U", "R"]).Any() && !permission.Providers.Contains("ApiKey")).Select(permission => permission.Name).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_call_with_a_key_that_was_used_just_now_costs_one_statement_before_its_work()
    {
        using var sara = await SignedIn("sara");
        var key = await MakeAsync(sara, SeeParties);
        using var program = Visitor();
        await CallAsync(program, Customers, key);

        var statements = await StatementLog.OfAsync(() => CallAsync(program, "/api/crm/customer", key));

        statements.Count(statement => statement.Contains("WspApiKeys")).ShouldBe(1);
        statements.ShouldNotContain(statement => statement.Contains("AbpUserRoles") || statement.StartsWith("UPDATE"));
    }

    private static Task<WebAnswer> CallAsync(WebVisitor program, string url, string? key)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, url);
        if (key is not null) { request.Headers.TryAddWithoutValidation("X-Api-Key", key); }
        return program.SendAsync(request);
    }

    /// <summary>A key for a week, as its user copies it from the page.</summary>
    private static async Task<string> MakeAsync(WebVisitor user, params string[] permissions)
    {
        var page = await PostNewAsync(user, "A program", permissions);
        page.Status.ShouldBe(HttpStatusCode.OK, page.Text);
        return Regex.Match(page.Html, "wsk_[A-Za-z0-9_-]{86}").Value;
    }

    private static async Task<WebAnswer> PostNewAsync(WebVisitor user, string name, IEnumerable<string> permissions)
    {
        var form = await user.GetAsync("/Account/My/NewKey");
        form.Document.QuerySelector("[name='Input.Days'] option[selected]")!.GetAttribute("value").ShouldBe("90");
        var token = form.Document.QuerySelector("main [name=__RequestVerificationToken]")!.GetAttribute("value")!;
        return await user.SendAsync(new HttpRequestMessage(HttpMethod.Post, "/Account/My/NewKey")
        {
            Content = new FormUrlEncodedContent(permissions.Select(permission => KeyValuePair.Create("Input.Permissions", permission))
                .Append(new("Input.Name", name)).Append(new("Input.Days", "7")).Append(new("__RequestVerificationToken", token)))
        });
    }

    private Task GrantGuestAsync(bool isGranted) => InTenantAsync(() => Get<IPermissionManager>().SetForUserAsync(As.IdOf("guest"), SeeParties, isGranted));

    private Task InTenantAsync(Func<Task> act) => InTenantAsync(async () =>
    {
        await act();
        return true;
    });

    private async Task<T> InTenantAsync<T>(Func<Task<T>> act)
    {
        using var tenant = Get<ICurrentTenant>().Change(As.TenantId);
        using var unitOfWork = Get<IUnitOfWorkManager>().Begin(requiresNew: true);
        var result = await act();
        await unitOfWork.CompleteAsync();
        return result;
    }
}
