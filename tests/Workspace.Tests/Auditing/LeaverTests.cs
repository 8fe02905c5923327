using System.Net;
using Crm.Activities;
using Kernel.Reading;
using Microsoft.AspNetCore.Identity;
using Parties.Parties;
using Volo.Abp;
using Volo.Abp.Authorization.Permissions;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.Identity;
using Volo.Abp.PermissionManagement;
using Volo.Abp.SettingManagement;
using Volo.Abp.Uow;
using Workspace;
using Workspace.Demonstration;
using Workspace.Leavers;
using IdentityUser = Volo.Abp.Identity.IdentityUser;

namespace Workspace.Tests.Auditing;

public class LeaverTests : WorkspaceTest<WorkspaceModule>
{
    private static readonly DateOnly Today = DateOnly.FromDateTime(DateTime.UtcNow);

    [Fact]
    public async Task An_insider_who_copies_files_by_script_is_stopped_and_reported()
    {
        var lena = await LeaverAsync();
        using var insider = await SignedIn("lena");
        await As.Admin(() => WorkAsync(async () =>
        {
            await Get<ISettingManager>().SetForTenantAsync(As.TenantId, LeaverSettings.LeaverAlarm, "10");
            await Get<ISettingManager>().SetForTenantAsync(As.TenantId, LeaverSettings.LeaverStop, "25");
            await Get<LeaverManager>().GiveNoticeAsync(lena, Today.AddDays(14), "goes to a rival", Today);
        }));
        var files = new List<Guid>();
        for (var i = 0; i < 40; i++) { files.Add(await CustomerOfAsync(lena, $"Customer {i}")); }

        var read = 0;
        foreach (var file in files)
        {
            var answer = await insider.GetAsync($"/Crm/Customers/File/{file}");
            if (answer.Url == "/ReadingStopped") { break; }
            answer.Status.ShouldBe(HttpStatusCode.OK, answer.Text);
            read++;
        }
        read.ShouldBeInRange(20, 25);
        var refused = await insider.GetAsync($"/Parties/Parties/Details/{files[^1]}");
        (refused.Status, refused.Url).ShouldBe((HttpStatusCode.Forbidden, "/ReadingStopped"));
        refused.Text.ShouldContain("Your administrator has been told");

        var alarms = await As.Admin(() => Get<IRepository<ReadAlarm, Guid>>().GetListAsync());
        alarms.ShouldContain(alarm => alarm.WasStopped && alarm.UserId == lena);
        alarms.Count.ShouldBe(2, "one at the alarm's bound, one at the stop");
        using var admin = await SignedIn();
        (await admin.GetAsync("/Administration/Leavers")).Text.ShouldContain("Stopped after");
        (await admin.GetAsync($"/Administration/Leavers/Details/{lena}")).Text.ShouldContain("Customer 0");
    }

    [Fact]
    public async Task Others_read_on()
    {
        var lena = await LeaverAsync();
        await As.Admin(() => WorkAsync(async () =>
        {
            await Get<ISettingManager>().SetForTenantAsync(As.TenantId, LeaverSettings.LeaverStop, "1");
            await Get<LeaverManager>().GiveNoticeAsync(lena, null, null, Today);
        }));
        var acme = await Given.Customer("Acme");
        using var visitor = await SignedIn("admin");
        (await visitor.GetAsync($"/Crm/Customers/File/{acme}")).Status.ShouldBe(HttpStatusCode.OK);
        (await visitor.GetAsync($"/Crm/Customers/File/{acme}")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_user_under_notice_exports_nothing_whatever_his_roles_grant_until_it_is_lifted()
    {
        const string export = "Parties.Parties.Export", see = "Parties.Parties";
        var lena = await LeaverAsync();
        await As.Admin(() => WorkAsync(() => Get<IPermissionManager>().SetForUserAsync(lena, export, true)));
        (await MayAsync(lena, export)).ShouldBeTrue();

        await As.Admin(() => WorkAsync(() => Get<LeaverManager>().GiveNoticeAsync(lena, null, null, Today)));
        (await MayAsync(lena, export)).ShouldBeFalse();
        (await MayAsync(lena, see)).ShouldBeTrue();

        await As.Admin(() => WorkAsync(() => Get<LeaverManager>().LiftAsync(lena)));
        (await MayAsync(lena, export)).ShouldBeTrue();
    }

    private Task<bool> MayAsync(Guid userId, string permission) => As.Admin(async () =>
    {
        using var unitOfWork = Get<IUnitOfWorkManager>().Begin(requiresNew: true);
        var user = await Get<IdentityUserManager>().GetByIdAsync(userId);
        var principal = await Get<IUserClaimsPrincipalFactory<IdentityUser>>().CreateAsync(user);
        var (one, many) = (await Get<IPermissionChecker>().IsGrantedAsync(principal, permission), await Get<IPermissionChecker>().IsGrantedAsync(principal, [permission]));
        (many.Result[permission] == PermissionGrantResult.Granted).ShouldBe(one, "one by one and together");
        return one;
    });

    /// <summary>A salesperson of this test alone: who is under notice is cached, and the caches serve all tests.</summary>
    private async Task<Guid> LeaverAsync()
    {
        var lena = new IdentityUser(Guid.NewGuid(), "lena", "lena@arman.example", As.TenantId);
        await As.Admin(() => WorkAsync(async () =>
        {
            (await Get<IdentityUserManager>().CreateAsync(lena, DemonstrationData.Password)).Succeeded.ShouldBeTrue();
            (await Get<IdentityUserManager>().AddToRoleAsync(lena, "sales")).Succeeded.ShouldBeTrue();
        }));
        return lena.Id;
    }

    [Fact]
    public async Task Work_is_handed_over_in_one_act_and_comes_back_except_what_went_on_since()
    {
        var (acme, beta) = (await Given.Customer("Acme"), await Given.Customer("Beta"));
        await As.Sales(() => Get<IActivityAppService>().PlanAsync(new PlanActivityDto { Kind = ActivityKind.Task, PartyId = acme, Subject = "Visit", DueOn = Today.AddDays(3) }));
        using var admin = await SignedIn();
        var page = await admin.GetAsync($"/Administration/Leavers/Details/{As.IdOf("sara")}");
        page.Text.ShouldContain("(2)");

        page = await page.SubmitAsync(new() { ["Receivers[Parties]"] = As.IdOf("reza").ToString(), ["Receivers[Activities]"] = As.IdOf("admin").ToString() }, "form[action*='handler=HandOver'], form[action*='HandOver']");
        page.Status.ShouldBe(HttpStatusCode.OK);
        (await OwnerAsync(acme)).ShouldBe(As.IdOf("reza"));
        (await OwnerAsync(beta)).ShouldBe(As.IdOf("reza"));

        await As.Admin(() => Get<IPartyAppService>().SetOwnerAsync(beta, As.IdOf("guest")));
        page = await page.SubmitAsync([], "form[action*='Undo']");
        (await OwnerAsync(acme)).ShouldBe(As.IdOf("sara"));
        (await OwnerAsync(beta)).ShouldBe(As.IdOf("guest"));
        page.Text.ShouldContain("Beta");
    }

    [Fact]
    public async Task Nobody_puts_himself_under_notice_or_gives_work_to_one_who_leaves()
    {
        var lena = await LeaverAsync();
        await As.Admin(async () =>
        {
            (await Should.ThrowAsync<BusinessException>(() => WorkAsync(() => Get<LeaverManager>().GiveNoticeAsync(As.IdOf("admin"), null, null, Today)))).Code.ShouldBe("Workspace:LeaverIsYourself");
            (await Should.ThrowAsync<BusinessException>(() => WorkAsync(() => Get<LeaverManager>().GiveNoticeAsync(As.IdOf("sara"), Today.AddDays(-1), null, Today)))).Code.ShouldBe("Workspace:LastDayHasPassed");
            await WorkAsync(() => Get<LeaverManager>().GiveNoticeAsync(lena, null, null, Today));
            (await Should.ThrowAsync<BusinessException>(() => WorkAsync(() => Get<LeaverManager>().HandOverAsync(As.IdOf("sara"), new Dictionary<string, Guid> { ["Parties"] = lena })))).Code.ShouldBe("Workspace:CannotTakeOver");
        });
    }

    private Task<Guid> CustomerOfAsync(Guid owner, string name) => As.Admin(() => Get<IPartyAppService>().CreateAsync(
        new CreatePartyDto { Kind = PartyKind.Company, Name = name, Roles = [PartyRoles.Customer], OwnerId = owner }));

    private async Task<Guid?> OwnerAsync(Guid party) => (await As.Admin(() => Get<IPartyAppService>().GetAsync(party))).OwnerId;

    private async Task WorkAsync(Func<Task> act)
    {
        using var unitOfWork = Get<IUnitOfWorkManager>().Begin(requiresNew: true, isTransactional: true);
        await act();
        await unitOfWork.CompleteAsync();
    }
}
