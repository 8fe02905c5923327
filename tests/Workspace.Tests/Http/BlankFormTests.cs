using System.Net;
using Crm.Contacts;
using Kernel.Displaying;
using Parties.Parties;
using Volo.Abp.SettingManagement;
using Workspace;

namespace Workspace.Tests.Http;

/// <summary>Blank forms are drawn once for all who read alike. Nobody may notice.</summary>
public class BlankFormTests : WorkspaceTest<WorkspaceModule>
{
    [Fact]
    public async Task Readers_of_other_languages_calendars_and_digits_each_get_the_form_as_they_read()
    {
        TestClock.Fixed = new DateTime(2026, 11, 20, 10, 0, 0, DateTimeKind.Utc);
        var file = FileOf(await Given.Customer());
        using var persian = await SignedIn("sara", "fa");
        using var english = await SignedIn("reza", "en");
        using var gregorian = await SignedIn("admin", "fa");
        await (await gregorian.GetAsync("/Display")).SubmitAsync(new() { ["Calendar"] = "Gregorian", ["Digits"] = "Latin" }, "main form[method=post]");

        for (var look = 0; look < 2; look++)
        {
            Due(await persian.GetAsync(file)).ShouldBe(("موعد", "jalali", "۱۴۰۵/۰۸/۲۹"));
            Due(await gregorian.GetAsync(file)).ShouldBe(("موعد", "gregorian", "2026-11-20"));
        }
        TestClock.Fixed = new DateTime(2026, 11, 21, 10, 0, 0, DateTimeKind.Utc);
        Due(await persian.GetAsync(file)).ShouldBe(("موعد", "jalali", "۱۴۰۵/۰۸/۳۰"));
        (await english.GetAsync(file)).Has("[name='Task.DueOn']").ShouldBeFalse("who may not plan has no form, though it is drawn already");
    }

    [Fact]
    public async Task What_one_typed_and_whom_he_may_choose_stays_with_him()
    {
        var acme = await Given.Customer("Acme");
        var other = await Given.Customer("Other");
        await As.Admin(() => Get<IContactAppService>().AddAsync(new AddContactDto { CustomerId = acme, LastName = "Karimi" }));
        using var sara = await SignedIn("sara");
        using var admin = await SignedIn("admin");
        await sara.GetAsync(FileOf(acme));

        var refused = await (await sara.GetAsync(FileOf(acme))).SubmitAsync(new() { ["Meeting.Subject"] = "our secret", ["Meeting.DueOn"] = "" }, "form[data-form=Meeting]");
        var again = await admin.GetAsync(FileOf(acme));
        var elsewhere = await admin.GetAsync(FileOf(other));

        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.Document.QuerySelector("[name='Meeting.Subject']")!.GetAttribute("value").ShouldBe("our secret");
        refused.Has("#Meeting_DueOn-error").ShouldBeTrue();
        again.Html.ShouldNotContain("our secret");
        again.Has("#Meeting_DueOn-error").ShouldBeFalse();
        again.TextOf("[name='Meeting.ContactPersonId']").ShouldContain("Karimi");
        elsewhere.Html.ShouldNotContain("Karimi");
    }

    [Fact]
    public async Task Another_organisation_that_reads_otherwise_gets_its_own()
    {
        TestClock.Fixed = new DateTime(2026, 11, 20, 10, 0, 0, DateTimeKind.Utc);
        var ours = FileOf(await Given.Customer());
        var other = await As.AnotherTenant();
        var theirs = FileOf(await As.AdminOf(other, () => Get<IPartyAppService>().CreateAsync(new CreatePartyDto { Kind = PartyKind.Company, Name = "Theirs", Roles = [PartyRoles.Customer] })));
        await Get<ISettingManager>().SetForTenantAsync(other, DisplaySettingNames.Prefix + nameof(DisplaySettings.Calendar), nameof(DisplayCalendar.Gregorian));
        using var us = await SignedIn("admin", "fa");
        using var them = Visitor();
        await them.SignInAsync("admin", "fa", organisation: "other");

        for (var look = 0; look < 2; look++)
        {
            Due(await us.GetAsync(ours)).ShouldBe(("موعد", "jalali", "۱۴۰۵/۰۸/۲۹"));
            Due(await them.GetAsync(theirs)).ShouldBe(("موعد", "gregorian", "۲۰۲۶-۱۱-۲۰"));
        }
    }

    private static string FileOf(Guid customer) => $"/Crm/Customers/File/{customer}";

    private static (string Label, string? Calendar, string? Example) Due(WebAnswer page)
    {
        var field = page.Document.QuerySelector("[name='Task.DueOn']")!;
        return (page.TextOf("label[for=Task_DueOn]").TrimEnd('*', ' '), field.GetAttribute("data-date"), field.GetAttribute("placeholder"));
    }
}
