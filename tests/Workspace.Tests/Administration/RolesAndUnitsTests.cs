using System.Net;
using Kernel.Reading;
using Microsoft.Extensions.DependencyInjection;
using Volo.Abp;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.Identity;
using Workspace.Administration;
using Workspace.Administration.Roles;
using Workspace.Administration.Units;

namespace Workspace.Tests.Administration;

/// <summary>Roles are copied, renamed and deleted; units form a tree.</summary>
public class RolesAndUnitsTests : AdministrationTest
{
    private const string Form = "main form[method=post]";

    [Fact]
    public async Task A_copy_may_do_what_its_model_may_and_grants_follow_a_new_name()
    {
        var sales = await Role("sales");
        using var admin = await SignedIn("admin");
        var name = $"junior {Guid.NewGuid():N}";

        var matrix = await (await admin.GetAsync($"/Administration/Roles/Create?copyFrom={sales.Id}")).SubmitAsync(new() { ["Input.Name"] = name }, Form);

        matrix.Url.ShouldStartWith("/Administration/Permissions");
        (await GrantsOf(name)).ShouldBe(await GrantsOf("sales"));
        var junior = await Role(name);
        var renamed = await (await admin.GetAsync($"/Administration/Roles/Details/{junior.Id}")).SubmitAsync(new() { ["Input.Name"] = name + "s" }, "#role");
        renamed.Status.ShouldBe(HttpStatusCode.OK);
        (await GrantsOf(name + "s")).ShouldBe(await GrantsOf("sales"));
        (await GrantsOf(name)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("en", "There is a role named SALES already")]
    [InlineData("fa", "SALES")]
    public async Task A_role_name_that_is_taken_is_refused_in_words_and_nothing_changed(string language, string words)
    {
        using var admin = await SignedIn("admin", language);

        var refused = await (await admin.GetAsync("/Administration/Roles/Create")).SubmitAsync(new() { ["Input.Name"] = "SALES" }, Form);

        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.TextOf("main").ShouldContain(words);
        (await Admin(services => services.GetRequiredService<RoleAppService>().GetListAsync())).Count(role => role.Name.Equals("sales", StringComparison.OrdinalIgnoreCase)).ShouldBe(1);
        (await (await admin.GetAsync($"/Administration/Roles/Details/{(await Role("finance")).Id}")).SubmitAsync(new() { ["Input.Name"] = "sales" }, "#role"))
            .Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await Role("finance")).ShouldNotBeNull();
    }

    [Fact]
    public async Task Who_deletes_a_role_is_told_who_loses_it_and_a_protected_one_stays()
    {
        using var admin = await SignedIn("admin");
        var page = await admin.GetAsync($"/Administration/Roles/Details/{(await Role("sales")).Id}");
        page.TextOf("main").ShouldContain("lose it");
        page.TextOf("main").ShouldContain("یزدانی");

        (await page.SubmitAsync([], "#delete")).TextOf("main").ShouldNotContain("sales");
        (await RolesOf("sara")).ShouldBeEmpty();

        (await admin.GetAsync($"/Administration/Roles/Details/{(await Role("admin")).Id}")).Has("#delete").ShouldBeFalse();
        await Should.ThrowAsync<BusinessException>(() => Admin(async services => await services.GetRequiredService<RoleAppService>().DeleteAsync((await Role("admin")).Id)));
    }

    [Fact]
    public async Task A_unit_moves_with_all_beneath_it_but_never_beneath_itself()
    {
        var (company, sales, tehran) = (await Unit("Arman"), Guid.Empty, Guid.Empty);
        sales = await Unit("Sales", company);
        tehran = await Unit("Tehran", sales);
        var support = await Unit("Support", company);
        using var admin = await SignedIn("admin");

        var page = await admin.GetAsync($"/Administration/Units/Details/{sales}");
        var refused = await page.SubmitAsync(new() { ["parentId"] = tehran.ToString() }, "#move");
        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.TextOf("main").ShouldContain("Sales cannot belong to Tehran");
        (await Tree())["Sales"].ShouldBe("00001.00001");

        (await page.SubmitAsync(new() { ["parentId"] = support.ToString() }, "#move")).Status.ShouldBe(HttpStatusCode.OK);
        var tree = await Tree();
        tree["Sales"].ShouldBe("00001.00002.00001");
        tree["Tehran"].ShouldBe("00001.00002.00001.00001");
    }

    [Fact]
    public async Task Siblings_have_different_names_members_come_and_go_and_the_units_roles_are_theirs()
    {
        var company = await Unit("Arman");
        var refused = await Should.ThrowAsync<BusinessException>(() => Unit("Arman"));
        refused.Code.ShouldBe("Volo.Abp.Identity:010004");

        await Admin(async services =>
        {
            var units = services.GetRequiredService<UnitAppService>();
            await units.SetRolesAsync(company, ["finance"]);
            await units.AddMemberAsync(company, Id("guest"));
        });
        (await RolesOf("guest")).ShouldBe(["finance"]);
        using var admin = await SignedIn("admin");
        (await admin.GetAsync($"/Administration/Users/Details/{Id("guest")}")).TextOf("#roles").ShouldContain("finance also comes from the unit Arman");
        using var guest = await SignedIn("guest");
        (await guest.GetAsync("/Accounting/Journal")).Status.ShouldBe(HttpStatusCode.OK);

        await Admin(services => services.GetRequiredService<UnitAppService>().DeleteAsync(company));
        (await RolesOf("guest")).ShouldBeEmpty();
        (await Tree()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Every_change_of_rights_stands_in_the_ledger()
    {
        var name = $"noted {Guid.NewGuid():N}";
        var role = await Admin(services => services.GetRequiredService<RoleAppService>().CreateAsync(new CreateRoleDto { Name = name }));

        var ledger = await Admin(services => services.GetRequiredService<IReadOnlyRepository<ReadRecord, Guid>>().GetListAsync(entry => entry.EntityId == role.ToString()));

        var entry = ledger.ShouldHaveSingleItem();
        (entry.Kind, entry.UserName, entry.Detail).ShouldBe((ReadKind.RightsChange, "admin", $"{name}: created"));
    }

    private Task<Guid> Unit(string name, Guid? parent = null) =>
        Admin(services => services.GetRequiredService<UnitAppService>().CreateAsync(new CreateUnitDto { Name = name, ParentId = parent }));

    private async Task<Dictionary<string, string>> Tree() =>
        (await Admin(services => services.GetRequiredService<UnitAppService>().GetTreeAsync())).ToDictionary(unit => unit.Name, unit => unit.Code);
}
