using Crm.CustomerFiles;
using Kernel.Monetary;
using Microsoft.EntityFrameworkCore;
using Parties.Documents;
using Parties.Parties;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.Modularity;
using Workspace;

namespace Crm.Application.Tests.CustomerFiles;

/// <summary>Three foreign modules beside ours: one fails in SQL, one is forbidden, one answers.</summary>
public class BrokenSourceTests : WorkspaceTest<BrokenSourceTests.HostWithForeignModules>
{
    [Fact]
    public async Task A_module_that_fails_or_is_forbidden_costs_its_own_panel_and_nothing_else()
    {
        var acme = await Given.Customer();
        await Given.Invoice(acme, 2_000_000m);

        var file = await As.Finance(() => Get<ICustomerFileAppService>().GetAsync(acme));

        file.Panels.Count(p => p.State == DocumentPanelState.Failed).ShouldBe(1);
        file.Panels.Single(p => p.Key == "visits").State.ShouldBe(DocumentPanelState.Forbidden);
        file.Panels.Single(p => p.Key == "tickets").Rows.ShouldHaveSingleItem().Number.ShouldBe("T-1");
        file.Panels.SelectMany(p => p.Rows).ShouldContain(r => r.Total == new Money(2_000_000, "IRR"));
        file.TotalsAreWhole.ShouldBeFalse();
    }

    [DependsOn(typeof(WorkspaceModule))]
    public class HostWithForeignModules : AbpModule;

    public class FailingPartyDocumentSource(IRepository<PartyRow, Guid> parties) : IPartyDocumentSource, ITransientDependency
    {
        public virtual async Task<PartyDocuments> GetDocumentsAsync(Guid partyId, int max, DateOnly today, DateOnly? before = null)
        {
            using var work = Kernel.Rights.SystemWork.Begin("a statement that fails");
            await (await parties.GetDbContextAsync()).Database.ExecuteSqlRawAsync("SELECT * FROM ThereIsNoSuchTable");
            throw new InvalidOperationException("not reached");
        }
    }

    public class ForbiddenPartyDocumentSource : IPartyDocumentSource, ITransientDependency
    {
        public virtual Task<PartyDocuments> GetDocumentsAsync(Guid partyId, int max, DateOnly today, DateOnly? before = null) =>
            Task.FromResult(new PartyDocuments([new PartyDocumentKind("visits", "Visits", "Visit", 80)], [], [], IsForbidden: true));
    }

    public class TicketPartyDocumentSource : IPartyDocumentSource, ITransientDependency
    {
        public virtual Task<PartyDocuments> GetDocumentsAsync(Guid partyId, int max, DateOnly today, DateOnly? before = null) => Task.FromResult(new PartyDocuments(
            [new PartyDocumentKind("tickets", "Tickets", "Ticket", 90)],
            [new PartyDocument("tickets", Guid.NewGuid(), "T-1", today, Money.Zero("IRR"), Money.Zero("IRR"), null, "Open", "info", "/Tickets/1")],
            []));
    }
}
