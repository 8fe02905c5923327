using Crm.Activities;
using Crm.CustomerFiles;
using Crm.Customers;
using Invoicing.Documents;
using Invoicing.Quotes;
using Kernel.Rights;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Parties.Parties;
using Volo.Abp.Domain.Entities;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.MultiTenancy;
using Volo.Abp.Uow;
using Workspace;

namespace Workspace.Tests.Rights;

/// <summary>Sara sells in a team, Nima alone, Reza keeps the books of all.</summary>
public class RecordScopeTests : WorkspaceTest<WorkspaceModule>
{
    private Task<List<string>> CustomersOf(string user) => As.User(user, async () =>
        (await Get<ICustomerAppService>().GetListAsync(new CustomerListInput())).Rows.ConvertAll(row => row.Name));

    [Fact]
    public async Task Who_sees_only_his_own_sees_nobody_elses_by_any_way_in()
    {
        var (his, hers) = (await Given.Customer("Nima's", owner: "nima"), await Given.Customer("Sara's", "09991500001", "sara"));
        var (quote, foreign) = (await Given.Quote(his), await Given.Quote(hers));

        await As.User("nima", async () =>
        {
            (await CustomersOf("nima")).ShouldBe(["Nima's"]);
            (await Get<IPartyAppService>().GetListAsync(new PartyListInput())).Rows.Select(row => row.Name).ShouldBe(["Nima's"]);
            (await Get<IPartyAppService>().GetLookupAsync(new PartyLookupInput { Text = "Sara's" })).ShouldBeEmpty();
            (await Get<IPartyReader>().FindCardAsync(hers)).ShouldBeNull();
            (await Get<IPartyReader>().GetNamesAsync([his, hers])).ShouldHaveSingleItem().Id.ShouldBe(his);
            await Should.ThrowAsync<EntityNotFoundException>(() => Get<ICustomerFileAppService>().GetAsync(hers));
            await Should.ThrowAsync<EntityNotFoundException>(() => Get<ICustomerAppService>().UpdateProfileAsync(hers, new UpdateProfileDto { Source = "spy" }));
            await Should.ThrowAsync<EntityNotFoundException>(() => Get<IActivityAppService>().AddNoteAsync(new AddNoteDto { PartyId = hers, Text = "spy" }));
            await Should.ThrowAsync<EntityNotFoundException>(() => Get<ISalesDocumentAppService>().GetAsync(foreign));
            await Should.ThrowAsync<EntityNotFoundException>(() => Get<IQuoteAppService>().AcceptAsync(foreign));
            (await Get<ISalesDocumentAppService>().GetListAsync(new SalesDocumentListInput { Kind = DocumentKind.Quote })).Rows.ShouldHaveSingleItem().Id.ShouldBe(quote);
        });
        (await CustomersOf("reza")).ShouldBe(["Nima's", "Sara's"]);
    }

    [Fact]
    public async Task An_activity_is_also_its_owners_but_a_customer_out_of_sight_takes_it_along()
    {
        var (his, hers) = (await Given.Customer("Nima's", owner: "nima"), await Given.Customer("Sara's", owner: "sara"));
        await PlanAsync(his, "by Sara", "sara");
        await PlanAsync(hers, "by Nima", "nima");

        var seen = await As.User("nima", () => Get<IActivityAppService>().GetOpenAsync(new OpenActivitiesInput { Everyone = true }));

        seen.Rows.Select(row => row.Subject).ShouldBe(["by Sara"]);
    }

    [Fact]
    public async Task Nobody_signed_in_sees_nothing_and_the_systems_own_work_sees_the_truth()
    {
        await Given.Quote(await Given.Customer("Acme"));
        using var tenant = Get<ICurrentTenant>().Change(As.TenantId);

        (await CountAsync<Party>()).ShouldBe(0);
        (await CountAsync<SalesDocument>()).ShouldBe(0);
        using (SystemWork.Begin("a test"))
        {
            (await CountAsync<Party>()).ShouldBe(1);
            (await CountAsync<SalesDocument>()).ShouldBe(1);
        }
        (await CountAsync<Party>()).ShouldBe(0);
    }

    [Fact]
    public async Task A_right_costs_no_statement_once_it_is_known()
    {
        await As.User("sara", async () =>
        {
            await AskAsync();
            (await StatementLog.OfAsync(AskAsync)).ShouldBeEmpty();
        });

        async Task AskAsync()
        {
            using var unitOfWork = Get<IUnitOfWorkManager>().Begin(requiresNew: true);
            (await Get<IRights>().GetScopeAsync("Parties.Parties")).ShouldBe(RecordScope.Team);
            (await Get<IRights>().GetAccessAsync(Parties.PartiesPermissions.Parties.Fields.Phone)).ShouldBe(FieldAccess.Changeable);
            await Get<IUserUnits>().GetAsync(As.IdOf("sara"));
            await Get<IReadOnlyRepository<Party, Guid>>().GetQueryableAsync();
        }
    }

    private async Task<long> CountAsync<T>() where T : class, IEntity<Guid>
    {
        using var unitOfWork = Get<IUnitOfWorkManager>().Begin(requiresNew: true);
        return await Get<IReadOnlyRepository<T, Guid>>().GetCountAsync();
    }

    private Task PlanAsync(Guid party, string subject, string owner) => As.Admin(() => Get<IActivityAppService>().PlanAsync(new PlanActivityDto
    {
        PartyId = party, Kind = ActivityKind.Task, Subject = subject, DueOn = Given.Day, OwnerId = As.IdOf(owner)
    }));
}
