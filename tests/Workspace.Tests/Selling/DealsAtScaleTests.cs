using Crm.Customers;
using Crm.Opportunities;
using Crm.Pipelines;
using Kernel.Monetary;
using Kernel.Rights;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.Uow;
using Workspace;

namespace Workspace.Tests.Selling;

/// <summary>Ten thousand open deals cost what is shown of them.</summary>
public class DealsAtScaleTests : WorkspaceTest<WorkspaceModule>
{
    private const string List = "/Crm/Opportunities", Board = "/Crm/Opportunities/Board";
    private static readonly DateTime Now = new(2026, 11, 1, 8, 0, 0, DateTimeKind.Utc);

    [Fact]
    public async Task List_board_column_and_move_cost_as_many_statements_with_ten_thousand_open_deals_as_with_two_hundred()
    {
        var acme = await Given.Customer("Acme");
        await PlantAsync(acme, 200);
        using var sara = await SignedIn("sara");
        var few = await LookAsync(sara);
        few["move"].ShouldBe(9, "deal, pipeline; deal, move and history written; card and totals read; the log's two rows");
        await PlantAsync(acme, 9_800);

        var many = await LookAsync(sara);

        many.ShouldBe(few);
        var board = await sara.GetAsync(Board);
        var columns = board.Document.QuerySelectorAll("[data-stage]");
        columns.Sum(column => int.Parse(column.QuerySelector(".ui-count")!.TextContent, System.Globalization.NumberStyles.AllowThousands, System.Globalization.CultureInfo.InvariantCulture)).ShouldBe(10_000);
        columns.ShouldAllBe(column => column.QuerySelectorAll("[data-card]").Length <= 20);
        (await sara.GetAsync(List)).Document.QuerySelectorAll("#rows tr").Length.ShouldBe(50);
    }

    /// <summary>How many statements each of them sends: the least of three, since a user's units are remembered for ten seconds only.</summary>
    private static async Task<Dictionary<string, int>> LookAsync(WebVisitor visitor)
    {
        var least = await LookOnceAsync(visitor);
        for (var i = 1; i < 3; i++)
        {
            foreach (var (name, count) in await LookOnceAsync(visitor)) { least[name] = Math.Min(least[name], count); }
        }
        return least;
    }

    private static async Task<Dictionary<string, int>> LookOnceAsync(WebVisitor visitor)
    {
        var (counts, board) = (new Dictionary<string, int>(), await visitor.GetAsync(Board));
        var (more, first) = (board.Document.QuerySelector("[data-stage] .ui-more a")!.GetAttribute("href")!, board.Document.QuerySelector("[data-stage]")!.GetAttribute("data-stage")!);
        await CountAsync("list", () => visitor.GetAsync(List));
        await CountAsync("list narrowed", () => visitor.GetAsync(List + "?Mine=true&Q=press"));
        await CountAsync("board", () => visitor.GetAsync(Board));
        await CountAsync("next cards of a column", () => visitor.GetFragmentAsync(more));
        await CountAsync("move", () => board.SubmitAsync(new() { ["stageId"] = first }, $"[data-stage]:not([data-stage='{first}']) [data-move]", asFragment: true));
        return counts;

        async Task CountAsync(string name, Func<Task<WebAnswer>> ask)
        {
            WebAnswer answer = null!;
            counts[name] = (await StatementLog.OfAsync(async () => answer = await ask())).Count;
            answer.Status.ShouldBe(System.Net.HttpStatusCode.OK, name);
        }
    }

    private Task PlantAsync(Guid customerId, int count) => As.Admin(async () =>
    {
        using var work = Get<IUnitOfWorkManager>().Begin(requiresNew: true, isTransactional: true);
        using var all = SystemWork.Begin("ten thousand at once");
        var pipeline = (await Get<IRepository<Pipeline, Guid>>().GetListAsync(includeDetails: true)).MinBy(known => known.Order)!;
        var (stages, customer) = (pipeline.Stages.OrderBy(stage => stage.Order).ToList(), new Customer(customerId));
        await Get<IRepository<Opportunity, Guid>>().InsertManyAsync(Enumerable.Range(0, count).Select(i =>
        {
            var opened = new DateOnly(2026, 10, 31).AddDays(-i % 200);
            var deal = customer.OpenOpportunity(Guid.NewGuid(), $"Press {i}", pipeline, Money.Of(1_000 + i, "IRR"), opened.AddDays(90), opened, Now, Guid.NewGuid());
            deal.SetOwner(As.IdOf("sara"), null);
            if (i % stages.Count > 0) { deal.ChangePipeline(pipeline, stages[i % stages.Count].Id, Now.AddMinutes(-i), Guid.NewGuid(), openItems: []); }
            return deal;
        }).ToList());
        await work.CompleteAsync();
    });
}
