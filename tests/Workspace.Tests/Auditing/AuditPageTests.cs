using System.Net;
using Kernel.Auditing;
using Parties.Parties;
using Workspace;

namespace Workspace.Tests.Auditing;

public class AuditPageTests : WorkspaceTest<WorkspaceModule>
{
    [Theory]
    [InlineData("en", "Changed")]
    [InlineData("fa", "ویرایش")]
    public async Task An_auditor_finds_who_set_a_value_and_sees_old_and_new(string language, string changed)
    {
        var acme = await Given.Customer("Acme", mobile: "09121111111");
        await RenameAsync(acme, "Acme Presses");
        using var admin = await SignedIn("admin", language);

        var found = await admin.GetAsync("/Administration/Audit?Value=Acme+Presses");
        found.Status.ShouldBe(HttpStatusCode.OK);
        found.TextOf("#trail").ShouldContain(changed);
        found.TextOf("#trail del").ShouldBe("Acme");
        found.TextOf("#trail ins").ShouldBe("Acme Presses");
        (await admin.GetAsync("/Administration/Audit?UserName=nobody")).Has("#trail .ui-empty").ShouldBeTrue();
        (await admin.GetAsync("/Administration/Audit?From=1404/13/99&To=x")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_record_is_shown_as_it_was_on_a_day()
    {
        TestClock.Fixed = new DateTime(2026, 11, 10, 9, 0, 0, DateTimeKind.Utc);
        var acme = await Given.Customer("Acme", mobile: "09121111111");
        TestClock.Fixed = new DateTime(2026, 11, 20, 9, 0, 0, DateTimeKind.Utc);
        await RenameAsync(acme, "Acme Presses");
        using var admin = await SignedIn();

        var then = await admin.GetAsync($"/History/{acme}?On=2026-11-15");
        then.Status.ShouldBe(HttpStatusCode.OK);
        then.Text.ShouldContain("As it was on");
        then.TextOf(".ui-facts").ShouldContain("Acme");
        then.TextOf(".ui-facts").ShouldNotContain("Presses");
        (await admin.GetAsync($"/History/{acme}?On=2026-11-21")).TextOf(".ui-facts").ShouldContain("Acme Presses");
        (await admin.GetAsync($"/History/{acme}?On=2026-11-01")).Text.ShouldContain("It was not there on that day");
        (await admin.GetAsync($"/Parties/Parties/Details/{acme}")).Has($"a[href='/History/{acme}']").ShouldBeTrue();
    }

    [Fact]
    public async Task Whoever_may_not_audit_opens_neither_page()
    {
        var acme = await Given.Customer("Acme");
        using var guest = await SignedIn("guest");
        foreach (var url in (string[])["/Administration/Audit", "/Administration/Leavers", $"/History/{acme}", $"/Administration/Leavers/Details/{As.IdOf("sara")}"])
        {
            (await guest.GetAsync(url)).Status.ShouldBe(HttpStatusCode.Forbidden, url);
        }
    }

    private Task RenameAsync(Guid id, string name) => As.Admin(async () =>
    {
        var party = await Get<IPartyAppService>().GetAsync(id);
        await Get<IPartyAppService>().UpdateAsync(id, new UpdatePartyDto
        {
            Name = name, ConcurrencyStamp = party.ConcurrencyStamp, Roles = party.Roles, ContactPoints = party.ContactPoints,
            Identifiers = party.Identifiers, Addresses = party.Addresses
        });
    });
}
