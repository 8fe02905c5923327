using System.Diagnostics;
using Kernel.EntityFrameworkCore;
using Kernel.Reading;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Volo.Abp.DependencyInjection;
using Volo.Abp.EntityFrameworkCore;
using Volo.Abp.MultiTenancy;
using Volo.Abp.Uow;
using Workspace;

namespace Workspace.Tests.Auditing;

public class ReadLedgerTests : WorkspaceTest<WorkspaceModule>
{
    private static readonly DateTime Noon = new(2026, 11, 20, 12, 0, 0, DateTimeKind.Utc);
    private static readonly DateOnly Day = DateOnly.FromDateTime(Noon);

    [Fact]
    public async Task What_was_read_stands_in_the_ledger_with_who_when_and_what()
    {
        TestClock.Fixed = Noon;
        await As.Sales(() => Get<IReadLedger>().WriteAsync(new ReadEntry(ReadKind.Export, "Parties.Parties", Rows: 12, Detail: "customers of Tehran")));

        var read = (await ReadsAsync()).ShouldHaveSingleItem();
        (read.UserId, read.UserName, read.TenantId).ShouldBe((As.IdOf("sara"), "sara", As.TenantId));
        (read.Day, read.Sequence, read.Time).ShouldBe((Day, 1, Noon));
        (read.Kind, read.Entity, read.Rows, read.Detail).ShouldBe((ReadKind.Export, "Parties.Parties", 12, "customers of Tehran"));
        (await VerifyAsync()).IsSound.ShouldBeTrue();
    }

    [Fact]
    public async Task A_reveal_within_a_change_does_not_wait_for_the_change_that_it_interrupts()
    {
        var watch = Stopwatch.StartNew();
        using (var change = Get<IUnitOfWorkManager>().Begin(requiresNew: true, isTransactional: true))
        {
            await As.Sales(() => Get<IReadLedger>().WriteAsync(new ReadEntry(ReadKind.Reveal, "Parties.Parties", Guid.NewGuid().ToString(), "Phone")));
            await change.CompleteAsync();
        }
        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(5));
        (await ReadsAsync()).ShouldHaveSingleItem().Field.ShouldBe("Phone");
        (await VerifyAsync()).IsSound.ShouldBeTrue();
    }

    [Fact]
    public async Task Views_reach_the_ledger_by_one_writer_and_what_is_left_is_written_at_the_end()
    {
        var writer = ReadLedgerWriter();
        writer.LazyServiceProvider = Get<IAbpLazyServiceProvider>();
        await writer.StartAsync();

        await ViewAsync("sara", 250);
        await EventuallyAsync(async () => (await ReadsAsync()).Count == 250);
        await ViewAsync("reza", 20);
        await writer.StopAsync();
        await ViewAsync("sara", 1); // a request that ends after the writer did

        var reads = await ReadsAsync();
        reads.Count.ShouldBe(271);
        reads.Select(read => read.Sequence).ShouldBe(Enumerable.Range(1, 271).Select(i => (long)i));
        var verified = await VerifyAsync();
        verified.IsSound.ShouldBeTrue();
        verified.Gaps.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_node_that_was_killed_leaves_a_gap_that_the_verifier_tells_of()
    {
        TestClock.Fixed = Noon;
        var writer = ReadLedgerWriter();
        writer.LazyServiceProvider = Get<IAbpLazyServiceProvider>();
        await writer.StartAsync();
        await ViewAsync("sara", 1);
        await EventuallyAsync(async () => (await ReadsAsync()).Count == 1);

        (await VerifyAsync()).Gaps.ShouldBeEmpty("it may still be running");
        TestClock.Fixed = Noon.AddMinutes(10);
        (await VerifyAsync()).Gaps.ShouldHaveSingleItem().LastSeenAt.ShouldBe(Noon);
        await writer.StopAsync();
    }

    [Fact]
    public async Task Two_nodes_write_one_chain()
    {
        await Task.WhenAll(Enumerable.Range(0, 4).Select(node => Task.Run(async () =>
        {
            for (var i = 0; i < 15; i++)
            {
                await As.Sales(() => App.Services.GetRequiredService<IReadLedger>().WriteAsync(new ReadEntry(ReadKind.Export, "Parties.Parties", Detail: $"{node}/{i}")));
            }
        })));

        (await ReadsAsync()).Select(read => read.Sequence).ShouldBe(Enumerable.Range(1, 60).Select(i => (long)i));
        (await VerifyAsync()).IsSound.ShouldBeTrue();
    }

    [Fact]
    public async Task A_changed_row_is_named_by_day_and_number()
    {
        await ThreeDaysAsync();
        await TamperAsync($"UPDATE KerReads SET UserName = 'reza' WHERE Day = '{Day:yyyy-MM-dd}' AND Sequence = 2");
        (await VerifyAsync()).Faults.ShouldBe([new ReadFault(ReadFaultKind.RowChanged, Day, 2)]);
    }

    [Fact]
    public async Task A_removed_row_is_named_also_when_it_was_the_last_of_the_day()
    {
        await ThreeDaysAsync();
        await TamperAsync($"DELETE FROM KerReads WHERE Day = '{Day:yyyy-MM-dd}' AND Sequence = 2");
        await TamperAsync($"DELETE FROM KerReads WHERE Day = '{Day.AddDays(2):yyyy-MM-dd}' AND Sequence = 3");
        (await VerifyAsync()).Faults.ShouldBe([new ReadFault(ReadFaultKind.RowRemoved, Day, 2), new ReadFault(ReadFaultKind.RowRemoved, Day.AddDays(2), 3)]);
    }

    [Fact]
    public async Task Cutting_the_last_row_off_is_noticed_though_the_days_row_was_put_back_to_the_one_before()
    {
        await ThreeDaysAsync();
        var last = Day.AddDays(2);
        await TamperAsync($"DELETE FROM KerReads WHERE Day = '{last:yyyy-MM-dd}' AND Sequence = 3");
        await TamperAsync($"UPDATE KerReadDays SET Rows = 2, Head = (SELECT Hash FROM KerReads WHERE Day = '{last:yyyy-MM-dd}' AND Sequence = 2) WHERE Day = '{last:yyyy-MM-dd}'");
        (await VerifyAsync()).Faults.ShouldBe([new ReadFault(ReadFaultKind.DayChanged, last)]);
    }

    [Fact]
    public async Task An_inserted_row_is_named()
    {
        await ThreeDaysAsync();
        await TamperAsync($"UPDATE KerReads SET Sequence = 4 WHERE Day = '{Day.AddDays(1):yyyy-MM-dd}' AND Sequence = 3");
        var columns = "Id, TenantId, Day, Time, UserId, UserName, Kind, Entity, Rows, Hash, Sequence";
        await TamperAsync($"INSERT INTO KerReads ({columns}) SELECT '{Guid.NewGuid().ToString().ToUpperInvariant()}', {columns[4..^10]}, 3 FROM KerReads WHERE Day = '{Day.AddDays(1):yyyy-MM-dd}' AND Sequence = 2");
        var faults = (await VerifyAsync()).Faults;
        faults.ShouldContain(new ReadFault(ReadFaultKind.RowChanged, Day.AddDays(1), 3));
        faults.ShouldContain(new ReadFault(ReadFaultKind.RowInserted, Day.AddDays(1), 4));
        faults.ShouldAllBe(fault => fault.Day == Day.AddDays(1));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public async Task A_day_that_was_taken_out_whole_is_missed(int which)
    {
        await ThreeDaysAsync();
        await TamperAsync($"DELETE FROM KerReads WHERE Day = '{Day.AddDays(which):yyyy-MM-dd}'");
        await TamperAsync($"DELETE FROM KerReadDays WHERE Day = '{Day.AddDays(which):yyyy-MM-dd}'");
        (await VerifyAsync()).Faults.ShouldBe([which == 2
            ? new ReadFault(ReadFaultKind.DayAfterRemoved, Day.AddDays(1))
            : new ReadFault(ReadFaultKind.DayBeforeRemoved, Day.AddDays(which + 1))]);
    }

    [Fact]
    public async Task Organisations_have_chains_of_their_own()
    {
        var other = await As.AnotherTenant();
        await As.Sales(() => Get<IReadLedger>().WriteAsync(new ReadEntry(ReadKind.Export, "Parties.Parties")));
        await As.AdminOf(other, async () => { await Get<IReadLedger>().WriteAsync(new ReadEntry(ReadKind.Export, "Parties.Parties")); return true; });

        (await ReadsAsync()).ShouldHaveSingleItem().Sequence.ShouldBe(1);
        await TamperAsync($"UPDATE KerReads SET Rows = 7 WHERE TenantId = '{other.ToString().ToUpperInvariant()}'");
        (await VerifyAsync()).IsSound.ShouldBeTrue();
    }

    private async Task ThreeDaysAsync()
    {
        for (var day = 0; day < 3; day++)
        {
            TestClock.Fixed = Noon.AddDays(day);
            for (var i = 0; i < 3; i++)
            {
                await As.Sales(() => Get<IReadLedger>().WriteAsync(new ReadEntry(ReadKind.View, "Parties.Parties", $"{i}")));
            }
        }
        var untouched = await VerifyAsync();
        (untouched.Days, untouched.Rows, untouched.Faults.Count).ShouldBe((3, 9, 0));
    }

    private Task ViewAsync(string user, int count) => As.User(user, () =>
    {
        for (var i = 0; i < count; i++) { Get<IReadLedger>().Append(new ReadEntry(ReadKind.View, "Parties.Parties", i.ToString(System.Globalization.CultureInfo.InvariantCulture))); }
        return Task.CompletedTask;
    });

    private static async Task EventuallyAsync(Func<Task<bool>> holds)
    {
        for (var watch = Stopwatch.StartNew(); !await holds(); await Task.Delay(50)) { watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(20)); }
    }

    private Task<ReadVerification> VerifyAsync() => As.Admin(() => Get<ReadLedgerVerifier>().VerifyAsync());

    private Task<List<ReadRecord>> ReadsAsync() => WithContextAsync(context => context.ReadRecords.AsNoTracking().OrderBy(x => x.Day).ThenBy(x => x.Sequence).ToListAsync());

    private Task TamperAsync(string sql) => WithContextAsync(async context =>
    {
        (await context.Database.ExecuteSqlRawAsync(sql)).ShouldBeGreaterThan(0, sql);
        return true;
    });

    private Task<T> WithContextAsync<T>(Func<IKernelDbContext, Task<T>> act) => As.Admin(async () =>
    {
        using var unitOfWork = Get<IUnitOfWorkManager>().Begin(requiresNew: true);
        return await act(await Get<IDbContextProvider<IKernelDbContext>>().GetDbContextAsync());
    });
}
