using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Volo.Abp.Identity;
using Workspace.Administration.Roles;

namespace Workspace.Tests.Administration;

/// <summary>What roles and users may do is changed cell by cell, and explained.</summary>
public class MatrixTests : AdministrationTest
{
    [Fact]
    public async Task A_cell_is_given_with_its_parents_and_only_what_was_touched_changes()
    {
        var role = await New();
        await Grant(role.Name, "Crm.Activities");
        using var admin = await SignedIn("admin");
        var matrix = await admin.GetAsync($"/Administration/Permissions?Roles={role.Id}");

        // Meanwhile somebody else gives something that this page does not know of.
        await Grant(role.Name, "Inventory.Products");
        Check(matrix, $"{role.Id} Invoicing.Quotes.Manage", true);
        Check(matrix, $"{role.Id} Crm.Activities", false);
        var saved = await matrix.SubmitAsync([], "#matrix");

        saved.Status.ShouldBe(HttpStatusCode.OK);
        (await GrantsOf(role.Name)).ShouldBe(["Inventory.Products", "Invoicing.Quotes", "Invoicing.Quotes.Manage"]);
    }

    [Fact]
    public async Task Record_scopes_are_one_choice_and_a_wider_one_includes_the_narrower()
    {
        var role = await New();
        using var admin = await SignedIn("admin");
        var matrix = await admin.GetAsync($"/Administration/Permissions?Roles={role.Id}");
        matrix.Has($"input[value='{role.Id} Parties.Parties.Records.Team']").ShouldBeFalse();

        var saved = await Choose(matrix, $"{role.Id} Parties.Parties.Records 0 2");

        (await GrantsOf(role.Name)).ShouldBe(["Parties.Parties", "Parties.Parties.Records.Team", "Parties.Parties.Records.Unit"]);
        await Choose(saved, $"{role.Id} Parties.Parties.Records 2 0");
        (await GrantsOf(role.Name)).ShouldBe(["Parties.Parties"]);
    }

    [Fact]
    public async Task A_whole_group_is_given_and_taken_at_once()
    {
        var role = await New();
        using var admin = await SignedIn("admin");
        var matrix = await admin.GetAsync($"/Administration/Permissions?Roles={role.Id}");
        var bulk = matrix.Document.QuerySelectorAll("button[name=bulk]").Select(button => button.GetAttribute("value")!).First(value => value.EndsWith(" 1") && value.Contains("Inventory"));

        await matrix.SubmitAsync(new() { ["bulk"] = bulk }, "#matrix");
        (await GrantsOf(role.Name)).ShouldNotBeEmpty();
        (await GrantsOf(role.Name)).ShouldAllBe(name => name.StartsWith("Inventory."));
        await (await admin.GetAsync($"/Administration/Permissions?Roles={role.Id}")).SubmitAsync(new() { ["bulk"] = bulk[..^1] + "0" }, "#matrix");
        (await GrantsOf(role.Name)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Two_roles_are_compared_by_their_differences_and_permissions_are_found_by_name()
    {
        var (one, other) = (await New(), await New());
        await Grant(one.Name, "Crm.Customers", "Crm.Activities");
        await Grant(other.Name, "Crm.Customers");
        using var admin = await SignedIn("admin");

        var compared = await admin.GetAsync($"/Administration/Permissions?Roles={one.Id}&Roles={other.Id}&Differences=true");

        compared.Document.QuerySelectorAll("#matrix tbody tr").Length.ShouldBe(1);
        compared.Has($"input[value='{one.Id} Crm.Activities']").ShouldBeTrue();
        (await admin.GetAsync($"/Administration/Permissions?Roles={one.Id}&Q=activit")).Has($"input[value='{one.Id} Crm.Customers']").ShouldBeFalse();
    }

    [Fact]
    public async Task A_users_own_grants_stand_beside_those_of_his_roles_and_why_names_each()
    {
        await Let("guest", "Crm.Customers");
        var role = (await RolesOf("guest")).Single();
        using var admin = await SignedIn("admin");
        var page = await admin.GetAsync($"/Administration/Users/Permissions/{Id("guest")}");
        page.TextOf("#matrix").ShouldContain(role);

        Check(page, $"{Id("guest")} Inventory.Stock", true);
        await page.SubmitAsync([], "#matrix");

        (await Why(admin, "guest", "Inventory.Stock")).Reasons.ShouldBe(["Own"]);
        var (allowed, reasons, text) = await Why(admin, "guest", "Crm.Customers");
        (allowed, reasons.Single()).ShouldBe(("true", "Role"));
        text.ShouldContain(role);
        (await Why(admin, "guest", "Accounting.Journal")).ShouldSatisfyAllConditions(
            answer => answer.Allowed.ShouldBe("false"), answer => answer.Reasons.ShouldBe(["Nothing"]));
    }

    [Fact]
    public async Task Why_names_every_role_that_grants_and_the_unit_that_brings_it()
    {
        await Let("sara", "Crm.Customers");
        using var admin = await SignedIn("admin");

        var answer = await Why(admin, "sara", "Crm.Customers");

        answer.Reasons.ShouldBe(["Role", "Role"]);
        answer.Text.ShouldContain("sales");
    }

    [Fact]
    public async Task A_record_scope_is_explained_level_by_level()
    {
        await Let("guest", "Parties.Parties", "Parties.Parties.Records.Team");
        using var admin = await SignedIn("admin");

        var page = await admin.GetAsync($"/Administration/Users/Why/{Id("guest")}?Permission=Parties.Parties.Records");

        page.Document.QuerySelector("#answer")!.GetAttribute("data-level").ShouldBe("1");
        page.Document.QuerySelectorAll("#answer [data-reason]").Select(reason => reason.GetAttribute("data-reason")).ShouldBe(["Role", "Role", "Nothing", "Nothing"]);
    }

    [Fact]
    public async Task Who_may_see_users_only_changes_nobodys_rights()
    {
        await Let("sara", IdentityPermissions.Users.Default, IdentityPermissions.Roles.Default);
        using var sara = await SignedIn("sara");

        (await sara.GetAsync("/Administration/Users")).Status.ShouldBe(HttpStatusCode.OK);
        (await sara.GetAsync("/Administration/Permissions")).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await sara.GetAsync($"/Administration/Users/Permissions/{Id("guest")}")).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await sara.GetAsync($"/Administration/Users/Details/{Id("guest")}")).Has("main form").ShouldBeFalse();
    }

    private async Task<Volo.Abp.Identity.IdentityRole> New()
    {
        var name = $"role-{Guid.NewGuid():N}";
        await Admin(services => services.GetRequiredService<RoleAppService>().CreateAsync(new CreateRoleDto { Name = name }));
        return await Role(name);
    }

    private async Task<(string? Allowed, List<string?> Reasons, string Text)> Why(WebVisitor visitor, string user, string permission)
    {
        var page = await visitor.GetAsync($"/Administration/Users/Why/{Id(user)}?Permission={permission}");
        var answer = page.Document.QuerySelector("#answer")!;
        return (answer.GetAttribute("data-allowed"), answer.QuerySelectorAll("[data-reason]").Select(reason => reason.GetAttribute("data-reason")).ToList(), page.TextOf("#answer"));
    }

    private static void Check(WebAnswer page, string cell, bool on)
    {
        var box = page.Document.QuerySelector($"#matrix input[type=checkbox][value='{cell}']")!;
        if (on) { box.SetAttribute("checked", ""); } else { box.RemoveAttribute("checked"); }
    }

    private static Task<WebAnswer> Choose(WebAnswer page, string level)
    {
        var option = (AngleSharp.Html.Dom.IHtmlOptionElement)page.Document.QuerySelector($"#matrix option[value='{level}']")!;
        option.IsSelected = true;
        return page.SubmitAsync([], "#matrix");
    }
}
