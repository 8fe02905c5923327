using Kernel.Monetary;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.EntityFrameworkCore;
using Xunit;

namespace Modules.Tests.Kernel;

public class MappingTests(KernelTestApp app) : IClassFixture<KernelTestApp>
{
    [Fact]
    public async Task Money_is_two_columns_that_the_database_sums_and_sorts()
    {
        await Insert(KernelTestApp.Tenant, ("sum-1", 250), ("sum-2", 1000), ("sum-3", 30));
        var (sum, numbers, sql, read) = await app.Work(async services =>
        {
            var papers = (await Context(services)).Papers.Where(paper => paper.Number.StartsWith("sum-"));
            return (await papers.SumAsync(paper => paper.Total.Amount),
                await papers.OrderBy(paper => paper.Total.Amount).Select(paper => paper.Number).ToListAsync(),
                papers.ToQueryString(),
                (await papers.SingleAsync(paper => paper.Total == new Money(1000, "EUR"))).Total);
        }, KernelTestApp.Tenant);
        sum.ShouldBe(1280);
        numbers.ShouldBe(["sum-3", "sum-1", "sum-2"]);
        sql.ShouldContain("Total_Amount");
        sql.ShouldContain("Total_Currency");
        read.ShouldBe(new Money(1000, "EUR"));
    }

    [Fact]
    public async Task A_changed_amount_is_saved()
    {
        await Insert(KernelTestApp.Tenant, ("changed", 1));
        await app.Work(async services => (await Find(services, "changed")).Total = new Money(2, "GBP"), KernelTestApp.Tenant);
        (await app.Work(async services => (await Find(services, "changed")).Total, KernelTestApp.Tenant)).ShouldBe(new Money(2, "GBP"));
    }

    [Fact]
    public async Task A_unique_number_is_unique_in_a_tenant_and_in_the_host_but_not_between_them()
    {
        await Insert(KernelTestApp.Tenant, ("unique", 1));
        await Insert(KernelTestApp.OtherTenant, ("unique", 1));
        await Insert(null, ("unique", 1));
        foreach (var tenant in new Guid?[] { KernelTestApp.Tenant, null })
        {
            var refused = await Should.ThrowAsync<DbUpdateException>(() => Insert(tenant, ("unique", 2)));
            refused.GetBaseException().ShouldBeOfType<SqliteException>().Message.ShouldContain("UNIQUE");
        }
    }

    private static Task<PaperDbContext> Context(IServiceProvider services) => services.GetRequiredService<IDbContextProvider<PaperDbContext>>().GetDbContextAsync();

    private static Task<Paper> Find(IServiceProvider services, string number) =>
        services.GetRequiredService<IRepository<Paper, Guid>>().GetAsync(paper => paper.Number == number);

    private Task Insert(Guid? tenant, params (string Number, long Amount)[] papers) => app.Work(async services =>
    {
        (await Context(services)).AddRange(papers.Select(paper => new Paper(Guid.NewGuid(), paper.Number, new Money(paper.Amount, "EUR"), 1, tenant)));
        return true;
    }, tenant);
}
