using System.Net;
using Invoicing.Settings;
using Kernel.Displaying;
using Volo.Abp.MultiTenancy;
using Volo.Abp.SettingManagement;
using Volo.Abp.Settings;
using Workspace.Administration.Settings;

namespace Workspace.Tests.Administration;

/// <summary>Settings of the workspace, of an organisation and of a user, each with what it falls back to.</summary>
[Collection(nameof(OperationsModule))]
public class SettingTests : WorkspaceTest<OperationsModule>
{
    private const string Page = "/Administration/Settings";
    private const string Tax = InvoicingSettings.DefaultTaxPercent;
    private const string Calendar = DisplaySettingNames.Prefix + "Calendar";

    [Theory]
    [InlineData("en", "Not set here, the workspace says 12, by default 10")]
    [InlineData("fa", "در اینجا تعیین نشده، فضای کار می‌گوید 12، پیش‌فرض 10")]
    public async Task What_is_not_set_here_shows_what_holds_instead(string language, string said)
    {
        await Save(await SignedInAtHost(), "Business", Tax, "12");
        using var admin = await SignedIn("admin", language);

        (await admin.GetAsync(Page)).Text.ShouldContain(said);
        (await Tenant(Tax)).ShouldBe("12");
    }

    [Fact]
    public async Task An_organisations_own_value_counts_for_it_alone_and_blank_falls_back_again()
    {
        using var admin = await SignedIn();

        await Save(admin, "Business", Tax, "۹");
        (await Tenant(Tax)).ShouldBe("9");
        (await Get<ISettingProvider>().GetOrNullAsync(Tax)).ShouldBe("10");

        await Save(admin, "Business", Tax, "");
        (await Tenant(Tax)).ShouldBe("10");
    }

    [Theory]
    [InlineData("en", "does not take this value")]
    [InlineData("fa", "این مقدار را نمی‌پذیرد")]
    public async Task A_wrong_value_is_refused_in_words_and_changes_nothing_of_its_group(string language, string said)
    {
        using var admin = await SignedIn("admin", language);
        var page = await admin.GetAsync(Page);

        var answer = await page.SubmitAsync(new() { [$"Values[{InvoicingSettings.DefaultCurrency}]"] = "EUR", [$"Values[{Tax}]"] = "much" }, FormOf("Business"));

        answer.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        answer.TextOf("main").ShouldContain(said);
        answer.Document.QuerySelector($"[name='Values[{Tax}]']")!.GetAttribute("value").ShouldBe("much");
        (await Tenant(InvoicingSettings.DefaultCurrency)).ShouldBe("IRR");
    }

    [Fact]
    public async Task How_an_organisation_sees_dates_holds_for_its_people_until_one_chooses_for_himself()
    {
        var acme = await Given.Customer("Acme");
        await Given.Invoice(acme);
        using var admin = await SignedIn();
        using var reza = await SignedIn("reza");
        (await reza.GetAsync("/Display")).Document.QuerySelector("#Calendar option[selected]")!.GetAttribute("value").ShouldBe("Gregorian");

        await Save(admin, "Display", Calendar, "Jalali");
        (await reza.GetAsync("/Display")).Document.QuerySelector("#Calendar option[selected]")!.GetAttribute("value").ShouldBe("Jalali");

        await (await reza.GetAsync(Page + "/Mine")).SubmitAsync(new() { [$"Values[{Calendar}]"] = "Gregorian" }, "main form[method=post]");
        (await reza.GetAsync("/Display")).Document.QuerySelector("#Calendar option[selected]")!.GetAttribute("value").ShouldBe("Gregorian");
        await Save(admin, "Display", Calendar, "");
    }

    [Fact]
    public async Task One_browsers_own_choice_comes_before_all_settings()
    {
        using var admin = await SignedIn();
        await Save(admin, "Display", Calendar, "Jalali");

        await (await admin.GetAsync("/Display")).SubmitAsync(new() { ["Calendar"] = "Gregorian" }, "main form[method=post]");

        (await admin.GetAsync("/Display")).Document.QuerySelector("#Calendar option[selected]")!.GetAttribute("value").ShouldBe("Gregorian");
        await Save(admin, "Display", Calendar, "");
    }

    [Fact]
    public async Task Who_has_no_right_to_settings_opens_his_own_only()
    {
        using var sara = await SignedIn("sara");

        (await sara.GetAsync(Page)).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await sara.GetAsync("/")).Has($"a[href='{Page}']").ShouldBeFalse();
        (await sara.GetAsync(Page + "/Mine")).Status.ShouldBe(HttpStatusCode.OK);
        await Should.ThrowAsync<Volo.Abp.Authorization.AbpAuthorizationException>(() => As.Sales(() =>
            Get<SettingAppService>().SetAsync("Business", new() { [Tax] = "1" })));
    }

    private static string FormOf(string group) => $"main form:has(input[name=group][value={group}])";

    private static async Task Save(WebVisitor visitor, string group, string name, string value) =>
        (await (await visitor.GetAsync(Page)).SubmitAsync(new() { [$"Values[{name}]"] = value }, FormOf(group))).Status.ShouldBe(HttpStatusCode.OK);

    private async Task<string> Tenant(string name)
    {
        using var tenant = Get<ICurrentTenant>().Change(As.TenantId);
        return (await Get<ISettingProvider>().GetOrNullAsync(name))!;
    }

    public override async Task DisposeAsync()
    {
        // Values are cached for the whole process, over the tests' databases.
        var settings = Get<ISettingManager>();
        foreach (var name in (string[])[Tax, InvoicingSettings.DefaultCurrency, Calendar])
        {
            await settings.SetForTenantAsync(As.TenantId, name, null!);
            await settings.SetGlobalAsync(name, null!);
        }
        await base.DisposeAsync();
    }
}
