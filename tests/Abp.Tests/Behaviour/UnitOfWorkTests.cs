using System.Net.Http.Json;
using Abp.Tests.Shop;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.DependencyInjection;
using Volo.Abp;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.EntityFrameworkCore;
using Volo.Abp.Uow;

namespace Abp.Tests.Behaviour;

/// <summary>Point 3: a unit of work is not transactional unless asked, nested ones join, reads are not transactional.</summary>
public class UnitOfWorkTests(ShopApp shop) : IClassFixture<ShopApp>
{
    private IUnitOfWorkManager Units => shop.Services.GetRequiredService<IUnitOfWorkManager>();

    [Fact]
    public void There_is_none_by_itself() => Units.Current.ShouldBeNull();

    [Fact]
    public void Begin_is_not_transactional()
    {
        using var unit = Units.Begin();
        unit.Options.IsTransactional.ShouldBeFalse();
        Units.Current.ShouldBe(unit);
    }

    [Fact]
    public async Task A_nested_one_joins_the_outer_and_its_end_means_nothing()
    {
        using var outer = Units.Begin();
        using (var inner = Units.Begin(isTransactional: true))
        {
            inner.Id.ShouldBe(outer.Id);
            inner.Options.IsTransactional.ShouldBeFalse();
            await inner.CompleteAsync();
        }
        outer.IsCompleted.ShouldBeFalse();
        outer.IsDisposed.ShouldBeFalse();
        Units.Current!.Id.ShouldBe(outer.Id);
        await outer.CompleteAsync();
        outer.IsCompleted.ShouldBeTrue();
    }

    [Fact]
    public void A_new_one_knows_its_outer()
    {
        using var outer = Units.Begin();
        using (var inner = Units.Begin(requiresNew: true))
        {
            inner.Id.ShouldNotBe(outer.Id);
            inner.Outer.ShouldBe(outer);
            Units.Current.ShouldBe(inner);
        }
        Units.Current.ShouldBe(outer);
    }

    [Fact]
    public async Task It_completes_once()
    {
        using var unit = Units.Begin();
        await unit.CompleteAsync();
        await Should.ThrowAsync<AbpException>(() => unit.CompleteAsync());
    }

    [Fact]
    public async Task After_a_rollback_completing_does_nothing()
    {
        using var unit = Units.Begin();
        await unit.RollbackAsync();
        await unit.CompleteAsync();
        unit.IsCompleted.ShouldBeFalse();
    }

    [Fact]
    public async Task Completed_handlers_run_in_order_and_outside()
    {
        var seen = new List<string>();
        using var unit = Units.Begin();
        foreach (var name in new[] { "first", "second" })
        {
            unit.OnCompleted(() =>
            {
                seen.Add(name + (Units.Current is null ? "" : " inside"));
                return Task.CompletedTask;
            });
        }
        await unit.CompleteAsync();
        seen.ShouldBe(["first", "second"]);
    }

    [Fact]
    public void Left_uncompleted_it_fails()
    {
        var failed = false;
        using (var unit = Units.Begin()) { unit.Failed += (_, _) => failed = true; }
        failed.ShouldBeTrue();
    }

    [Theory]
    [InlineData(true, 0)]
    [InlineData(false, 1)]
    public async Task Left_uncompleted_only_a_transactional_one_takes_back_what_was_saved(bool isTransactional, int left)
    {
        var id = Guid.NewGuid();
        await shop.InScope(async services =>
        {
            using var unit = services.GetRequiredService<IUnitOfWorkManager>().Begin(isTransactional: isTransactional);
            await services.GetRequiredService<IRepository<Widget, Guid>>().InsertAsync(new Widget(id, "Saved"), autoSave: true);
        });
        (await shop.Count("Widgets", id)).ShouldBe(left);
    }

    [Fact]
    public async Task Contexts_of_one_connection_string_share_connection_and_transaction() => await shop.InUnitOfWork(async services =>
    {
        var first = await services.GetRequiredService<IDbContextProvider<ShopDbContext>>().GetDbContextAsync();
        var second = await services.GetRequiredService<IDbContextProvider<SecondDbContext>>().GetDbContextAsync();
        second.Database.GetDbConnection().ShouldBeSameAs(first.Database.GetDbConnection());
        second.Database.CurrentTransaction.ShouldNotBeNull().GetDbTransaction()
            .ShouldBeSameAs(first.Database.CurrentTransaction.ShouldNotBeNull().GetDbTransaction());
        (await services.GetRequiredService<IDbContextProvider<ShopDbContext>>().GetDbContextAsync()).ShouldBeSameAs(first);
    }, isTransactional: true);

    [Fact]
    public async Task A_service_called_in_process_is_transactional_unless_its_name_begins_with_get()
    {
        var probe = shop.Services.GetRequiredService<IProbeAppService>();
        (await probe.GetSeenAsync()).ShouldBe(new Seen(true, false));
        (await probe.LookAsync()).ShouldBe(new Seen(true, true));
        (await probe.LookQuietlyAsync()).ShouldBe(new Seen(true, false));
        (await probe.LookAloneAsync()).ShouldBe(new Seen(false, false));
    }

    [Fact]
    public async Task A_request_is_transactional_unless_it_is_a_get()
    {
        (await shop.Http.GetFromJsonAsync<Seen>("/api/app/probe/seen")).ShouldBe(new Seen(true, false));
        var answer = await shop.Http.PostAsync("/api/app/probe/look", null);
        (await answer.Content.ReadFromJsonAsync<Seen>()).ShouldBe(new Seen(true, true));
    }

    [Fact]
    public async Task A_request_commits_what_it_did_or_nothing()
    {
        var (kept, lost) = (Guid.NewGuid(), Guid.NewGuid());
        (await shop.Http.PostAsync($"/api/app/trouble/{kept}", null)).EnsureSuccessStatusCode();
        (await shop.Http.PostAsync($"/api/app/trouble/{lost}/and-crash", null)).IsSuccessStatusCode.ShouldBeFalse();
        (await shop.Count("Widgets", kept)).ShouldBe(1);
        (await shop.Count("Widgets", lost)).ShouldBe(0);
    }
}
