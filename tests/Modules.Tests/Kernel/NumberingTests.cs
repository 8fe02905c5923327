using Kernel.Numbering;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Volo.Abp;
using Xunit;

namespace Modules.Tests.Kernel;

public class NumberingTests(KernelTestApp app) : IClassFixture<KernelTestApp>
{
    [Fact]
    public async Task Numbers_run_from_one_without_gaps_for_each_series_year_and_tenant()
    {
        (await Next("invoice", 1405)).ShouldBe(1);
        (await Next("invoice", 1405)).ShouldBe(2);
        (await Next("invoice", 1406)).ShouldBe(1);
        (await Next("quote", 1405)).ShouldBe(1);
        (await Next("invoice", 1405, KernelTestApp.OtherTenant)).ShouldBe(1);
        (await Next("invoice", 1405, null)).ShouldBe(1);
        (await Next("invoice", 1405, null)).ShouldBe(2);
        (await Next("invoice", 1405)).ShouldBe(3);
    }

    [Fact]
    public async Task A_number_returns_with_the_rollback_of_who_asked_for_it()
    {
        (await Next("rolled")).ShouldBe(1);
        await Should.ThrowAsync<InvalidTimeZoneException>(() => app.Work<long>(async services =>
        {
            (await services.GetRequiredService<INumbering>().NextAsync("rolled")).ShouldBe(2);
            throw new InvalidTimeZoneException();
        }, KernelTestApp.Tenant));
        (await Next("rolled")).ShouldBe(2);
    }

    [Fact]
    public async Task Many_numbers_of_one_transaction_follow_one_another()
    {
        var numbers = await app.Work(async services =>
        {
            var numbering = services.GetRequiredService<INumbering>();
            return new[] { await numbering.NextAsync("batch"), await numbering.ReserveAsync("batch", 0, 100), await numbering.NextAsync("batch") };
        }, KernelTestApp.Tenant);
        numbers.ShouldBe([1, 2, 102]);
    }

    [Fact]
    public async Task Writers_at_the_same_time_get_different_numbers_and_leave_no_gap()
    {
        var numbers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(async () =>
        {
            var own = new List<long>();
            for (var i = 0; i < 10; i++)
            {
                own.Add(await Next("contended"));
            }
            return own;
        })));
        numbers.SelectMany(own => own).Order().ShouldBe(Enumerable.Range(1, 80).Select(number => (long)number));
    }

    [Fact]
    public async Task A_number_is_given_only_inside_a_transaction()
    {
        await Should.ThrowAsync<AbpException>(() => app.Outside(services => services.GetRequiredService<INumbering>().NextAsync("loose"), null));
        await Should.ThrowAsync<AbpException>(() =>
            app.Work(services => services.GetRequiredService<INumbering>().NextAsync("loose"), null, isTransactional: false));
    }

    private Task<long> Next(string series, int year = 0) => Next(series, year, KernelTestApp.Tenant);

    private Task<long> Next(string series, int year, Guid? tenant) =>
        app.Work(services => services.GetRequiredService<INumbering>().NextAsync(series, year), tenant);
}
