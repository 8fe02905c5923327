using Crm.Opportunities;
using Crm.Pipelines;
using Crm.Reports;
using Kernel.Monetary;
using Volo.Abp;
using Volo.Abp.Authorization;
using Workspace;

namespace Crm.Application.Tests.Reports;

public class SellingProcessTests : WorkspaceTest<WorkspaceModule>
{
    private ISellingProcessAppService Process => Get<ISellingProcessAppService>();
    private static DateOnly Today => DateOnly.FromDateTime(DateTime.UtcNow);

    [Fact]
    public async Task What_changed_since_last_week_is_told_by_kind_and_currency()
    {
        var acme = await Given.Customer("Acme");
        await Given.Call(acme, "hello");
        var presses = await Given.Opportunity(acme, "Two presses", 1_000_000m);
        await Given.Opportunity(acme, "A lathe", 500m, "EUR");
        await MoveAsync(presses, 3);
        await MoveAsync(presses, 2);
        await As.Sales(() => Get<IOpportunityAppService>().WinAsync(presses, new CloseOpportunityDto()));

        var changes = await As.Admin(() => Process.GetChangesAsync(Today.AddDays(-7)));

        changes.Select(row => (row.Change, row.Count, row.Amount)).ShouldBe(
        [
            (PipelineChange.Opened, 1, Money.Of(1_000_000, "IRR")), (PipelineChange.Opened, 1, Money.Of(500, "EUR")),
            (PipelineChange.Advanced, 1, Money.Of(1_000_000, "IRR")), (PipelineChange.WentBack, 1, Money.Of(1_000_000, "IRR")), (PipelineChange.Won, 1, Money.Of(1_000_000, "IRR")),
        ], ignoreOrder: true);
    }

    [Fact]
    public async Task Who_skips_and_goes_back_is_seen_by_seller()
    {
        var acme = await Given.Customer("Acme");
        await Given.Call(acme, "hello");
        var presses = await Given.Opportunity(acme);
        await MoveAsync(presses, 3);
        await MoveAsync(presses, 2);

        var row = (await As.Admin(() => Process.GetConformanceAsync(new ProcessInput { From = Today.AddDays(-1), Before = Today.AddDays(1) }))).ShouldHaveSingleItem();

        (row.UserId, row.Moves, row.Skipped, row.Repeated, row.TooLong).ShouldBe((As.IdOf("sara"), 2, 1, 1, 0));
    }

    [Fact]
    public async Task A_quota_stands_beside_what_is_won_and_what_is_to_be_expected()
    {
        var acme = await Given.Customer("Acme");
        var (from, before) = (new DateOnly(Today.Year, Today.Month, 1), new DateOnly(Today.Year, Today.Month, 1).AddMonths(1));
        var won = await Given.Opportunity(acme, "Won", 6_000_000m);
        await As.Sales(() => Get<IOpportunityAppService>().WinAsync(won, new CloseOpportunityDto { ClosedOn = Today }));
        await Given.Opportunity(acme, "Open", 10_000_000m, close: before.AddDays(-1));
        await Given.Opportunity(acme, "Another currency", 10_000m, "EUR", close: before.AddDays(-1));
        await SetAsync(from, 10_000_000m);
        await SetAsync(from, 8_000_000m);

        var row = (await As.Admin(() => Process.GetQuotasAsync(new MonthInput { From = from, Before = before }))).ShouldHaveSingleItem();

        (row.Quota, row.Won, row.Expected).ShouldBe((Money.Of(8_000_000, "IRR"), Money.Of(6_000_000, "IRR"), Money.Of(1_000_000, "IRR")));
        row.Outlook.ShouldBe(0.875);
        await SetAsync(from, null);
        (await As.Admin(() => Process.GetQuotasAsync(new MonthInput { From = from, Before = before }))).ShouldBeEmpty();
    }

    [Fact]
    public async Task Each_month_has_its_own_quota_and_is_copied_to_the_next_for_whoever_has_none_there()
    {
        var acme = await Given.Customer("Acme");
        var (aban, azar, dey) = (new DateOnly(2026, 10, 23), new DateOnly(2026, 11, 22), new DateOnly(2026, 12, 22));
        await Given.Opportunity(acme, "In Aban", 4_000_000m, close: azar.AddDays(-1));
        await Given.Opportunity(acme, "In Azar", 7_000_000m, close: azar);
        await SetAsync(aban, 10_000_000m, "sara");
        await SetAsync(aban, 5_000_000m, "nima");
        await SetAsync(azar, 9_000_000m, "nima");

        (await As.Admin(() => Process.CopyQuotasAsync(new CopyQuotasDto { From = aban, To = azar }))).ShouldBe(1);

        var (first, second) = (await OfAsync(aban, azar), await OfAsync(azar, dey));
        first.Single(row => row.OwnerId == As.IdOf("sara")).Expected.ShouldBe(Money.Of(400_000, "IRR"));
        second.Single(row => row.OwnerId == As.IdOf("sara")).ShouldSatisfyAllConditions(
            row => row.Quota.ShouldBe(Money.Of(10_000_000, "IRR")), row => row.Expected.ShouldBe(Money.Of(700_000, "IRR")));
        second.Single(row => row.OwnerId == As.IdOf("nima")).Quota.ShouldBe(Money.Of(9_000_000, "IRR"), "what was set there is kept");
        (await As.Admin(() => Process.CopyQuotasAsync(new CopyQuotasDto { From = aban, To = azar }))).ShouldBe(0);
        await Should.ThrowAsync<AbpAuthorizationException>(() => As.Finance(() => Process.CopyQuotasAsync(new CopyQuotasDto { From = aban, To = azar })));

        Task<List<QuotaRow>> OfAsync(DateOnly from, DateOnly before) => As.Admin(() => Process.GetQuotasAsync(new MonthInput { From = from, Before = before }));
    }

    [Fact]
    public async Task Who_sets_quotas_from_an_old_page_changes_only_what_he_touched_and_is_told_of_what_is_not_as_he_saw_it()
    {
        var azar = new DateOnly(2026, 11, 22);
        await SetAsync(azar, 5_000_000m, "sara");
        var page = await As.Admin(() => Process.GetSetQuotasAsync(azar));
        await SetAsync(azar, 7_000_000m, "sara");

        page.Add(new SetQuotaDto { OwnerId = As.IdOf("nima"), Amount = 3_000_000m, Was = "" });
        await SaveAsync();
        (await As.Admin(() => Process.GetSetQuotasAsync(azar))).Select(quota => quota.Amount).ShouldBe([7_000_000m, 3_000_000m], ignoreOrder: true);

        page[0].Amount = 6_000_000m;
        var refused = await Should.ThrowAsync<BusinessException>(SaveAsync);
        (refused.Code, refused.Data["Amount"]).ShouldBe((CrmErrorCodes.QuotaChangedMeanwhile, Money.Of(7_000_000, "IRR")));

        Task SaveAsync() => As.Admin(() => Process.SetQuotasAsync(new SetQuotasDto { Month = azar, Quotas = page }));
    }

    [Fact]
    public async Task A_quota_is_of_one_of_us_and_of_the_whole_month_whichever_day_is_named()
    {
        var azar = new DateOnly(2026, 11, 22);
        (await Should.ThrowAsync<BusinessException>(() => As.Admin(() => Process.SetQuotasAsync(new SetQuotasDto
        {
            Month = azar, Quotas = [new SetQuotaDto { OwnerId = Guid.NewGuid(), Amount = 1_000_000m }]
        })))).Code.ShouldBe(CrmErrorCodes.QuotaOfUnknown);

        await SetAsync(azar.AddDays(12), 5_000_000m);

        (await As.Admin(() => Process.GetSetQuotasAsync(azar))).ShouldHaveSingleItem().Amount.ShouldBe(5_000_000m);
    }

    private Task SetAsync(DateOnly month, decimal? amount, string owner = "sara") => As.Admin(() => Process.SetQuotasAsync(new SetQuotasDto
    {
        Month = month, Quotas = [new SetQuotaDto { OwnerId = As.IdOf(owner), Amount = amount }]
    }));

    [Fact]
    public async Task Velocity_is_one_statement_for_each_currency_and_nobody_without_the_right_sees_it()
    {
        var acme = await Given.Customer("Acme");
        var window = new ProcessInput { From = Today.AddDays(-90), Before = Today.AddDays(1) };
        for (var i = 0; i < 4; i++)
        {
            var deal = await As.Admin(() => Get<IOpportunityAppService>().OpenAsync(new OpenOpportunityDto { CustomerId = acme, Title = $"Deal {i}", Amount = 50_000_000m, OpenedOn = Today.AddDays(-50), IsAnother = true }));
            await As.Admin(() => i == 0 ? Get<IOpportunityAppService>().WinAsync(deal, new CloseOpportunityDto { ClosedOn = Today })
                : LoseAsync(deal));
        }
        for (var i = 0; i < 40; i++) { await Given.Opportunity(acme, $"Open {i}"); }

        List<VelocityRow> rows = [];
        var statements = await As.Admin(() => StatementLog.OfAsync(async () => rows = await Process.GetVelocityAsync(window)));

        rows.ShouldHaveSingleItem().PerDay.ShouldBe(Money.Of(10_000_000, "IRR"));
        statements.Count.ShouldBe(1, string.Join("\n\n", statements));
        await Should.ThrowAsync<AbpAuthorizationException>(() => As.Guest(() => Process.GetVelocityAsync(window)));
    }

    private async Task LoseAsync(Guid deal)
    {
        var reason = (await Get<Crm.Choices.IChoiceAppService>().GetListAsync()).First(choice => choice.Kind == Crm.Choices.ChoiceKind.LossReason).Id;
        await Get<IOpportunityAppService>().LoseAsync(deal, new CloseOpportunityDto { ClosedOn = Today, ReasonId = reason });
    }

    private Task MoveAsync(Guid id, int order) => As.Sales(async () =>
    {
        var row = (await Get<IOpportunityAppService>().GetAsync(id)).Row;
        var stage = (await Get<IPipelineAppService>().GetListAsync())[0].Stages.First(one => one.Order == order);
        await Get<IOpportunityAppService>().MoveAsync(id, new MoveOpportunityDto { StageId = stage.Id, ConcurrencyStamp = row.ConcurrencyStamp });
    });
}
