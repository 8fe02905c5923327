using System.Collections.Concurrent;
using Accounting;
using Accounting.Closings;
using Accounting.Journal;
using Microsoft.Extensions.DependencyInjection;
using Volo.Abp;
using Volo.Abp.Data;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.Uow;

namespace Providers.Tests;

/// <summary>A closing and a posting of the closed days meet in the row of the journal's numbers: one of them comes first, and the other knows it.</summary>
public class ClosingRaceTests
{
    /// <summary>So many postings were tried before each closing that the last day is closed before the last posting.</summary>
    private const int BetweenClosings = 4;

    private const string WaitsForARow = "wait_event_type = 'Lock'";

    [PostgresFact]
    public async Task A_closing_waits_for_the_posting_that_is_in_flight()
    {
        using var here = Here.On(DatabaseProvider.PostgreSql);
        var acme = await here.Given.Customer();
        await here.Given.Invoice(acme);
        var (posted, commit) = (new TaskCompletionSource(), new TaskCompletionSource());
        var posting = Task.Run(() => InTransaction(here, async () =>
        {
            await here.Given.Payment(acme, 100m, date: Given.Day);
            posted.SetResult();
            await commit.Task;
        }));
        await posted.Task;

        var closing = Task.Run(() => CloseAsync(here));
        await PostgresCluster.AwaitSessionAsync(here.ConnectionString, WaitsForARow);
        closing.IsCompleted.ShouldBeFalse("the posting is not committed yet");
        commit.SetResult();
        await Task.WhenAll(posting, closing);

        (await EntriesOfAsync(here, Given.Day)).ShouldBe(2);
    }

    [PostgresFact]
    public async Task A_posting_waits_for_the_closing_that_is_in_flight_and_is_refused()
    {
        using var here = Here.On(DatabaseProvider.PostgreSql);
        var acme = await here.Given.Customer();
        var (closed, commit) = (new TaskCompletionSource(), new TaskCompletionSource());
        var closing = Task.Run(() => InTransaction(here, async () =>
        {
            await CloseAsync(here);
            closed.SetResult();
            await commit.Task;
        }));
        await closed.Task;

        var posting = Task.Run(() => here.Given.Payment(acme, 100m, date: Given.Day));
        await PostgresCluster.AwaitSessionAsync(here.ConnectionString, WaitsForARow);
        posting.IsCompleted.ShouldBeFalse("the closing is not committed yet");
        commit.SetResult();
        await closing;

        (await Should.ThrowAsync<BusinessException>(() => posting)).Code.ShouldBe(AccountingErrorCodes.PeriodClosed);
        (await EntriesOfAsync(here, Given.Day)).ShouldBe(0);
    }

    /// <summary>No entry has a number that was given after the closing of its day.</summary>
    [PostgresFact]
    public async Task Whoever_posts_while_months_are_closed_finds_his_day_open_or_is_refused()
    {
        using var here = Here.On(DatabaseProvider.PostgreSql);
        var acme = await here.Given.Customer();
        var days = Enumerable.Range(0, 12).Select(day => Given.Day.AddDays(day)).ToList();
        var refused = new ConcurrentBag<Exception>();
        var (counts, posted) = (new ConcurrentDictionary<DateOnly, int>(), new SemaphoreSlim(0));
        var posting = Enumerable.Range(0, 6).Select(user => Task.Run(async () =>
        {
            var random = new Random(user);
            for (var i = 0; i < 12; i++)
            {
                try { await here.Given.Payment(acme, 10m, date: days[random.Next(days.Count)]); }
                catch (Exception exception) when (exception is BusinessException or AbpDbConcurrencyException) { refused.Add(exception); }
                finally { posted.Release(); }
            }
        })).ToList();
        var closing = Task.Run(async () =>
        {
            foreach (var day in days)
            {
                for (var i = 0; i < BetweenClosings; i++) { await posted.WaitAsync(); }
                await CloseAsync(here, day);
                counts[day] = await EntriesOfAsync(here, day);
            }
        });
        await Task.WhenAll([.. posting, closing]);

        refused.ShouldNotBeEmpty("all were quicker than the closing: the test proves nothing");
        refused.ShouldAllBe(exception => exception is BusinessException && ((BusinessException)exception).Code == AccountingErrorCodes.PeriodClosed);
        foreach (var day in days) { (await EntriesOfAsync(here, day)).ShouldBe(counts[day], $"{day} was closed with {counts[day]} entries"); }
    }

    private static Task CloseAsync(Here here, DateOnly? through = null) =>
        here.Tell<IClosingAppService>(closings => closings.CloseAsync(new CloseBooksDto { Through = through ?? Given.Day }));

    private static Task<int> EntriesOfAsync(Here here, DateOnly day) => here.Work<IReadOnlyRepository<JournalEntry, Guid>, int>(async entries =>
        (await entries.GetListAsync(entry => entry.Date == day)).Count);

    /// <summary>What is done within takes part in one transaction.</summary>
    private static Task InTransaction(Here here, Func<Task> act) => here.As.Admin(async () =>
    {
        using var unitOfWork = here.Services.GetRequiredService<IUnitOfWorkManager>().Begin(requiresNew: true, isTransactional: true);
        await act();
        await unitOfWork.CompleteAsync();
        return true;
    });
}
