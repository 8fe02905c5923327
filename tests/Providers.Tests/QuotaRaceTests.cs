using Crm;
using Crm.Quotas;
using Crm.Reports;
using Microsoft.EntityFrameworkCore;
using Volo.Abp;
using Volo.Abp.Domain.Repositories;

namespace Providers.Tests;

/// <summary>Two managers set the quota of one seller at once: there is one quota, and who comes second is told.</summary>
public class QuotaRaceTests
{
    private static readonly DateOnly Azar = new(2026, 11, 22);

    [PostgresFact]
    public async Task The_second_waits_for_the_first_and_is_told_what_was_set_meanwhile()
    {
        using var here = Here.On(DatabaseProvider.PostgreSql);
        var sara = here.As.IdOf("sara");
        var (set, commit) = (new TaskCompletionSource(), new TaskCompletionSource());
        var first = Task.Run(() => here.Work<ISellingProcessAppService, bool>(async process =>
        {
            await process.SetQuotasAsync(Quota(sara, 5_000_000m, was: ""));
            set.SetResult();
            await commit.Task;
            return true;
        }));
        await set.Task;

        var second = Task.Run(() => here.Tell<ISellingProcessAppService>(process => process.SetQuotasAsync(Quota(sara, 6_000_000m, was: ""))));
        await PostgresCluster.AwaitSessionAsync(here.ConnectionString, "wait_event_type = 'Lock'");
        commit.SetResult();
        await first;

        var refused = await Should.ThrowAsync<BusinessException>(() => second);
        (refused.Code, refused.Data["Amount"]).ShouldBe((CrmErrorCodes.QuotaChangedMeanwhile, Kernel.Monetary.Money.Of(5_000_000m, "IRR")));
        (await here.Ask<ISellingProcessAppService, List<SetQuotaDto>>(process => process.GetSetQuotasAsync(Azar))).ShouldHaveSingleItem().Amount.ShouldBe(5_000_000m);
    }

    /// <summary>Whoever goes round the service meets the index.</summary>
    [Theory, EveryDatabase]
    public async Task The_database_itself_keeps_one_for_each_owner_and_month_and_lets_one_that_was_taken_away_be_set_anew(DatabaseProvider database, Contexts contexts)
    {
        using var here = Here.On(database, contexts);
        foreach (var amount in (decimal?[])[5_000_000m, null, 6_000_000m])
        {
            await here.Tell<ISellingProcessAppService>(process => process.SetQuotasAsync(Quota(null, amount, was: null)));
        }

        await Should.ThrowAsync<DbUpdateException>(() => here.Work<IRepository<SalesQuota, Guid>, SalesQuota>(quotas =>
            quotas.InsertAsync(new SalesQuota(Guid.NewGuid(), null, Azar, Kernel.Monetary.Money.Of(1m, "IRR"), here.As.TenantId), autoSave: true)));

        (await here.Ask<ISellingProcessAppService, List<SetQuotaDto>>(process => process.GetSetQuotasAsync(Azar))).ShouldHaveSingleItem().Amount.ShouldBe(6_000_000m);
    }

    private static SetQuotasDto Quota(Guid? owner, decimal? amount, string? was) =>
        new() { Month = Azar, Quotas = [new SetQuotaDto { OwnerId = owner, Amount = amount, Was = was }] };
}
