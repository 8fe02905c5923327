using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Volo.Abp.Identity;
using Workspace.Administration.Users;
using Workspace.Demonstration;

namespace Workspace.Tests.Administration;

/// <summary>Letting people in and keeping them out, over the pages.</summary>
public class UserPagesTests : AdministrationTest
{
    [Theory]
    [InlineData("/Administration/Users")]
    [InlineData("/Administration/Users/Create")]
    [InlineData("/Administration/Roles")]
    [InlineData("/Administration/Roles/Create")]
    [InlineData("/Administration/Units")]
    [InlineData("/Administration/Permissions")]
    public async Task Who_may_not_administer_finds_neither_page_nor_menu(string url)
    {
        using var sara = await SignedIn("sara");

        (await sara.GetAsync(url)).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await sara.GetAsync("/Crm/Customers")).Has("a[href^='/Administration']:not([href$='/Settings/Mine'])").ShouldBeFalse();
    }

    [Theory]
    [InlineData("en")]
    [InlineData("fa")]
    public async Task The_menu_and_every_page_answer_in_both_languages(string language)
    {
        using var admin = await SignedIn("admin", language);
        var role = (await Role("sales")).Id;
        foreach (var url in new[]
        {
            "/Administration/Users", "/Administration/Users/Create", $"/Administration/Users/Details/{Id("sara")}", $"/Administration/Users/Edit/{Id("sara")}",
            $"/Administration/Users/Permissions/{Id("sara")}", $"/Administration/Users/Why/{Id("sara")}?Permission=Crm.Customers", "/Administration/Roles",
            "/Administration/Roles/Create", $"/Administration/Roles/Details/{role}", "/Administration/Units", "/Administration/Permissions"
        })
        {
            var page = await admin.GetAsync(url);
            page.Status.ShouldBe(HttpStatusCode.OK, url);
            page.Has("nav.ui-side a[aria-current=page]").ShouldBeTrue(url);
            Regex.Matches(page.TextOf("main"), @"\b(User|Role|Unit|Rights|Why|SeeAs|Enum|Permission|Workspace):\w+").Select(text => text.Value).ShouldBeEmpty(url);
        }
    }

    [Fact]
    public async Task A_new_user_gets_a_password_that_is_shown_once_and_opens_the_door()
    {
        using var admin = await SignedIn("admin");
        var form = await admin.GetAsync("/Administration/Users/Create");

        var made = await form.SubmitAsync(new()
        {
            ["Input.UserName"] = "kaveh", ["Input.Name"] = "نيما", ["Input.Surname"] = "کریمی", ["Input.Email"] = "kaveh@arman.example",
            ["Input.MustChangePassword"] = "false", ["Input.RoleNames"] = "sales"
        }, "main form[method=post]");

        made.Status.ShouldBe(HttpStatusCode.OK, made.TextOf("main"));
        var password = made.TextOf("#shown-once code");
        password.Length.ShouldBeGreaterThan(12);
        (await admin.GetAsync(made.Url)).Has("#shown-once").ShouldBeFalse();
        using var kaveh = Visitor();
        var inside = await (await kaveh.GetAsync("/Account/Login")).SubmitAsync(new()
        {
            ["Input.Organisation"] = DemonstrationData.TenantName, ["Input.UserName"] = "kaveh", ["Input.Password"] = password
        });
        inside.Url.ShouldNotContain("Login");
        (await RolesOf("kaveh")).ShouldBe(["sales"]);
        (await User("kaveh")).Name.ShouldBe("نیما"); // Persian ye, whatever was typed
    }

    [Theory]
    [InlineData("sara", "new@arman.example", "taken")]
    [InlineData("new", "sara@arman.example", "belongs to another")]
    [InlineData("", "new@arman.example", "")]
    public async Task A_name_or_address_that_is_taken_is_refused_and_what_was_typed_stays(string name, string email, string words)
    {
        using var admin = await SignedIn("admin");

        var refused = await (await admin.GetAsync("/Administration/Users/Create")).SubmitAsync(new()
        {
            ["Input.UserName"] = name, ["Input.Email"] = email, ["Input.Surname"] = "Typed"
        }, "main form[method=post]");

        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.TextOf("main").ShouldContain(words);
        refused.Document.QuerySelector("[name='Input.Surname']")!.GetAttribute("value").ShouldBe("Typed");
        (await User("new")).ShouldBeNull();
    }

    [Fact]
    public async Task The_list_is_searched_folded_filtered_and_paged_by_key()
    {
        await Admin(async services =>
        {
            for (var i = 0; i < 60; i++)
            {
                await services.GetRequiredService<UserAppService>().CreateAsync(new CreateUserDto { UserName = $"user{i:00}", Name = "علی", Surname = "رضایی", Email = $"u{i}@arman.example", Password = "Arman-1405" });
            }
        });
        var people = (int)await Admin(services => services.GetRequiredService<IIdentityUserRepository>().GetCountAsync());
        using var admin = await SignedIn("admin");

        (await admin.GetAsync("/Administration/Users?Q=" + Uri.EscapeDataString("يزداني"))).TextOf("#users").ShouldContain("sara");
        (await admin.GetAsync("/Administration/Users?Q=" + Uri.EscapeDataString("علي‌رضا"))).Document.QuerySelectorAll("#rows tr").Length.ShouldBe(50);
        var role = (await Role("finance")).Id;
        (await admin.GetAsync($"/Administration/Users?Role={role}")).Document.QuerySelectorAll("#rows tr").Length.ShouldBe(1);
        var first = await admin.GetAsync("/Administration/Users");
        var second = await admin.GetAsync(first.Document.QuerySelector(".ui-more a")!.GetAttribute("href")!);
        first.Document.QuerySelectorAll("#rows tr").Concat(second.Document.QuerySelectorAll("#rows tr")).Select(row => row.QuerySelector("a")!.GetAttribute("href")).Distinct().Count().ShouldBe(people);
    }

    [Fact]
    public async Task Who_is_deactivated_or_locked_does_not_get_in_and_his_stamp_is_new()
    {
        var before = (await User("sara")).SecurityStamp;
        using var admin = await SignedIn("admin");
        var page = await admin.GetAsync($"/Administration/Users/Details/{Id("sara")}");

        (await page.SubmitAsync([], "form[action*='Deactivate']")).TextOf("main").ShouldContain("Inactive");
        (await User("sara")).SecurityStamp.ShouldNotBe(before);
        await Should.ThrowAsync<InvalidOperationException>(() => SignedIn("sara"));

        page = await admin.GetAsync($"/Administration/Users/Details/{Id("sara")}");
        await page.SubmitAsync([], "form[action*='Activate']");
        page = await admin.GetAsync($"/Administration/Users/Details/{Id("sara")}");
        (await page.SubmitAsync([], "form[action*='handler=Lock']")).TextOf("main").ShouldContain("Locked");
        await Should.ThrowAsync<InvalidOperationException>(() => SignedIn("sara"));
        page = await admin.GetAsync($"/Administration/Users/Details/{Id("sara")}");
        await page.SubmitAsync([], "form[action*='handler=Unlock']");
        using var again = await SignedIn("sara");
    }

    [Fact]
    public async Task Nobody_keeps_himself_out()
    {
        using var admin = await SignedIn("admin");
        var page = await admin.GetAsync($"/Administration/Users/Details/{Id("admin")}");

        page.Has("form[action*='handler=Delete']").ShouldBeFalse();
        var refused = await Should.ThrowAsync<Volo.Abp.BusinessException>(() => Admin(services => services.GetRequiredService<UserAppService>().DeleteAsync(Id("admin"))));
        refused.Code.ShouldBe("Workspace:NotOneself");
    }

    [Fact]
    public async Task Who_may_only_change_users_resets_no_administrators_password()
    {
        await Let("sara", IdentityPermissions.Users.Default, IdentityPermissions.Users.Update);

        var refused = await Should.ThrowAsync<Volo.Abp.BusinessException>(() => AsNow("sara", services => services.GetRequiredService<UserAppService>().ResetPasswordAsync(Id("admin"))));

        refused.Code.ShouldBe("Workspace:MoreRights");
        using var stillOpens = await SignedIn("admin");
    }
}
