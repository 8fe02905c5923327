using Abp.Tests.Shop;
using Microsoft.Extensions.DependencyInjection;
using Volo.Abp.Auditing;
using Volo.Abp.Domain.Repositories;

namespace Abp.Tests.Behaviour;

/// <summary>Point 12: reads that succeed leave no trace, failures and changes do; history only of what was selected.</summary>
public class AuditTests(ShopApp shop) : IClassFixture<ShopApp>
{
    [Fact]
    public async Task A_get_that_succeeds_is_not_logged()
    {
        var mark = Guid.NewGuid();
        await shop.Http.GetAsync($"/api/app/probe/{mark}/text");
        (await Logs(mark)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_get_that_fails_is_logged()
    {
        var mark = Guid.NewGuid();
        await shop.Http.GetAsync($"/api/app/trouble/{mark}/missing");
        var log = (await Logs(mark)).ShouldHaveSingleItem();
        log[0].ShouldBe("GET");
        log[1].ShouldBe(404L);
        ((string)log[2]!).ShouldContain("There is no");
    }

    [Fact]
    public async Task A_change_is_logged_with_its_calls()
    {
        var mark = Guid.NewGuid();
        await shop.Http.PostAsync($"/api/app/probe/{mark}/part?label=Wheel", null);
        var log = (await Logs(mark)).ShouldHaveSingleItem();
        log[0].ShouldBe("POST");
        log[1].ShouldBe(200L);

        var action = (await shop.Sql("SELECT ServiceName, MethodName, Parameters FROM AbpAuditLogActions WHERE Parameters LIKE @0", $"%{mark}%"))
            .ShouldHaveSingleItem();
        action[0].ShouldBe(typeof(ProbeAppService).FullName);
        action[1].ShouldBe("AddPartAsync");
        action[2].ShouldBe($$"""{"id":"{{mark}}","label":"Wheel"}""");
    }

    [Fact]
    public async Task History_is_kept_of_the_selected_only_and_of_what_changed()
    {
        var (contract, widget) = (new Contract(Guid.NewGuid(), "Lease") { Pages = 3, Secret = "s" }, new Widget(Guid.NewGuid(), "Untold"));
        await Audited(async s =>
        {
            await s.GetRequiredService<IRepository<Contract, Guid>>().InsertAsync(contract);
            await s.GetRequiredService<IRepository<Widget, Guid>>().InsertAsync(widget);
        });
        await Audited(async s =>
        {
            var stored = await s.GetRequiredService<IRepository<Contract, Guid>>().GetAsync(contract.Id);
            (stored.Title, stored.Secret) = ("Sale", "t");
        });
        await Audited(s => s.GetRequiredService<IRepository<Contract, Guid>>().DeleteAsync(contract.Id));

        var changes = await shop.Sql(
            "SELECT ChangeType, EntityTypeFullName, Id FROM AbpEntityChanges WHERE EntityId = @0 ORDER BY ChangeTime, ChangeType", contract.Id.ToString());
        changes.Select(x => x[0]).ShouldBe([0L, 1L, 2L]);
        changes[0][1].ShouldBe(typeof(Contract).FullName);
        var properties = await shop.Sql(
            "SELECT PropertyName, OriginalValue, NewValue, PropertyTypeFullName FROM AbpEntityPropertyChanges WHERE EntityChangeId = @0", changes[1][2]!);
        properties.ShouldHaveSingleItem().ShouldBe(["Title", "\"Lease\"", "\"Sale\"", "System.String"]);
        (await shop.Sql("SELECT 1 FROM AbpEntityChanges WHERE EntityId = @0", widget.Id.ToString())).ShouldBeEmpty();
    }

    private Task<List<object?[]>> Logs(Guid mark) =>
        shop.Sql("SELECT HttpMethod, HttpStatusCode, Exceptions FROM AbpAuditLogs WHERE Url LIKE @0", $"%{mark}%");

    private async Task Audited(Func<IServiceProvider, Task> work)
    {
        using var scope = shop.Services.GetRequiredService<IAuditingManager>().BeginScope();
        await shop.InUnitOfWork(work);
        await scope.SaveAsync();
    }
}
