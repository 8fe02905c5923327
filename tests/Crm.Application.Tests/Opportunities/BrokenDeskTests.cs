using Crm.CustomerFiles;
using Crm.Opportunities;
using Microsoft.EntityFrameworkCore;
using Parties.Parties;
using Parties.Sales;
using Volo.Abp.Authorization;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.Modularity;
using Workspace;

namespace Crm.Application.Tests.Opportunities;

/// <summary>A module that sells, and fails in SQL or forbids.</summary>
public class BrokenDeskTests : WorkspaceTest<BrokenDeskTests.HostWithBrokenDesk>
{
    [Theory]
    [InlineData(false, DocumentPanelState.Failed, "could not be read")]
    [InlineData(true, DocumentPanelState.Forbidden, "may not see")]
    public async Task A_desk_that_fails_or_forbids_costs_its_own_panel_of_the_deal_and_nothing_else(bool forbids, DocumentPanelState state, string words)
    {
        BrokenSalesDesk.Forbids = forbids;
        var deal = await Given.Opportunity(await Given.Customer("Acme"), "Two presses");

        (await As.Sales(() => Get<IOfferAppService>().GetAsync(deal))).State.ShouldBe(state);

        using var sara = await SignedIn("sara");
        var page = await sara.GetAsync($"/Crm/Opportunities/Details/{deal}");
        page.TextOf("h1").ShouldBe("Two presses");
        page.TextOf("#offer").ShouldContain(words);
        var planned = await page.SubmitAsync(new() { ["Next.NextStep"] = "Call them" }, "form[action*='handler=Next']");
        planned.Text.ShouldContain("Two presses");
        (await As.Sales(() => Get<IOpportunityAppService>().GetAsync(deal))).Row.NextStep.ShouldBe("Call them");
    }

    [DependsOn(typeof(WorkspaceModule))]
    public class HostWithBrokenDesk : AbpModule;

    [Dependency(ReplaceServices = true)]
    [ExposeServices(typeof(ISalesDesk))]
    public class BrokenSalesDesk(IRepository<PartyRow, Guid> parties) : ISalesDesk, ITransientDependency
    {
        public static bool Forbids { get; set; }

        public Task<SalesDeskRights> GetRightsAsync() => Task.FromResult(new SalesDeskRights(true, true));

        public async Task<IReadOnlyList<SaleDocument>> GetDocumentsAsync(Guid originId)
        {
            if (Forbids) { throw new AbpAuthorizationException(); }
            using var work = Kernel.Rights.SystemWork.Begin("a statement that fails");
            await (await parties.GetDbContextAsync()).Database.ExecuteSqlRawAsync("SELECT * FROM ThereIsNoSuchTable");
            throw new InvalidOperationException("not reached");
        }

        public Task<IReadOnlyList<SaleProduct>> FindProductsAsync(Guid partyId, string? text) => Task.FromResult<IReadOnlyList<SaleProduct>>([]);
        public Task<IReadOnlyList<SaleProduct>> GetProductsAsync(Guid partyId, IReadOnlyCollection<Guid> ids) => Task.FromResult<IReadOnlyList<SaleProduct>>([]);
        public Task<Guid> QuoteAsync(QuoteRequest request) => throw new NotSupportedException();
        public Task DoAsync(Guid originId, Guid documentId, string act) => throw new NotSupportedException();
    }
}
