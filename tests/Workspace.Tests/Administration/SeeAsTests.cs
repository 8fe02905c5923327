using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Volo.Abp.AuditLogging;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.Identity;
using Workspace.Administration;

namespace Workspace.Tests.Administration;

/// <summary>Looking through another's eyes shows his workspace, changes nothing, and leaves its mark.</summary>
public class SeeAsTests : AdministrationTest
{
    private const string Form = "main form[method=post]";

    [Theory]
    [InlineData("en", "can only look")]
    [InlineData("fa", "فقط می‌توانید ببینید")]
    public async Task An_administrator_sees_what_the_other_sees_and_a_banner_on_every_page(string language, string words)
    {
        using var visitor = await SignedIn("admin", language);

        var start = await Look(visitor, "reza");

        start.TextOf("#see-as").ShouldContain(words);
        (await visitor.GetAsync("/Accounting/Journal")).TextOf("#see-as").ShouldContain("reza");
        (await visitor.GetAsync("/Administration/Users")).Status.ShouldBe(HttpStatusCode.Forbidden);
        start.Has("nav a[href='/Administration/Users']").ShouldBeFalse();
    }

    [Fact]
    public async Task Nothing_can_be_changed_meanwhile_below_pages_and_API_and_after_the_end_it_can()
    {
        var acme = await Given.Customer();
        using var visitor = await SignedIn("admin");
        await Look(visitor, "sara");

        var form = await visitor.GetAsync("/Parties/Parties/Create?kind=Company&role=customer");
        var refused = await form.SubmitAsync(new() { ["Input.Name"] = "Intruder" }, Form);

        refused.Status.ShouldBe(HttpStatusCode.Forbidden);
        refused.Text.ShouldContain("Nothing was changed");
        (await visitor.GetAsync("/Parties/Parties?Q=Intruder")).TextOf("main table").ShouldBe("");
        (await visitor.GetAsync($"/Parties/Parties/Details/{acme}")).Text.ShouldContain("Acme");

        var ended = await (await visitor.GetAsync("/")).SubmitAsync([], "#see-as form");
        ended.Has("#see-as").ShouldBeFalse($"{ended.Status} {ended.Url} {ended.TextOf("main")}");
        ended.Url.ShouldContain(Id("sara").ToString());
        (await (await visitor.GetAsync("/Parties/Parties/Create?kind=Company&role=customer")).SubmitAsync(new() { ["Input.Name"] = "Mine" }, Form)).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task When_the_cookie_is_made_anew_it_still_only_looks_and_after_an_hour_it_is_over()
    {
        using var visitor = await SignedIn("admin");
        await Look(visitor, "sara");
        var sessions = await Sessions("sara");

        TestClock.Fixed = DateTime.UtcNow.AddMinutes(2);
        var form = await visitor.GetAsync("/Parties/Parties/Create?kind=Company&role=customer");
        form.Has("#see-as").ShouldBeTrue();
        (await form.SubmitAsync(new() { ["Input.Name"] = "Intruder" }, Form)).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await Sessions("sara")).ShouldBe(sessions, "it is no device of hers");

        TestClock.Fixed = DateTime.UtcNow.AddMinutes(62);
        (await visitor.GetAsync("/Crm/Customers")).Url.ShouldContain("/Account/Login");
    }

    [Fact]
    public async Task Every_page_seen_is_in_the_audit_log_under_both_names()
    {
        using var visitor = await SignedIn("admin");
        await Look(visitor, "sara");
        await visitor.GetAsync("/Crm/Customers");

        var seen = await Admin(services => services.GetRequiredService<IReadOnlyRepository<AuditLog, Guid>>().GetListAsync(log => log.Url == "/Crm/Customers"));

        seen.ShouldNotBeEmpty();
        seen.ShouldAllBe(log => log.UserName == "sara" && log.ImpersonatorUserName == "admin" && log.ImpersonatorUserId == Id("admin"));
    }

    [Fact]
    public async Task Nobody_sees_as_somebody_with_more_rights_of_administration()
    {
        await Let("sara", "AbpIdentity.Users", WorkspacePermissions.SeeAs);
        using var sara = await SignedIn("sara");

        var refused = await (await sara.GetAsync($"/Administration/Users/Details/{Id("admin")}")).SubmitAsync([], "form[action*='SeeAs']");
        refused.Has("#see-as").ShouldBeFalse();
        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await sara.GetAsync("/")).Has("#see-as").ShouldBeFalse();
        (await Look(sara, "reza")).TextOf("#see-as").ShouldContain("reza");
    }

    [Fact]
    public async Task Who_loses_the_right_while_looking_is_sent_to_sign_in()
    {
        await Let("sara", "AbpIdentity.Users", WorkspacePermissions.SeeAs);
        using var sara = await SignedIn("sara");
        await Look(sara, "reza");

        await GiveRoles("sara");

        (await sara.GetAsync("/Accounting/Journal")).Url.ShouldContain("/Account/Login");
    }

    [Fact]
    public async Task Without_the_right_there_is_no_button_and_no_way()
    {
        await Let("sara", "AbpIdentity.Users");
        using var sara = await SignedIn("sara");

        var page = await sara.GetAsync($"/Administration/Users/Details/{Id("reza")}");

        page.Has("form[action*='SeeAs']").ShouldBeFalse();
        (await page.SubmitAsync([], "form[action*='Logout']")).Status.ShouldBe(HttpStatusCode.OK);
    }

    private Task<int> Sessions(string user) => Admin(async services =>
        (await services.GetRequiredService<IIdentitySessionRepository>().GetListAsync(userId: Id(user))).Count);

    private async Task<WebAnswer> Look(WebVisitor visitor, string other) =>
        await (await visitor.GetAsync($"/Administration/Users/Details/{Id(other)}")).SubmitAsync([], "form[action*='SeeAs']");
}
