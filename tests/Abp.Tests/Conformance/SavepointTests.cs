using Abp.Tests.Shop;
using Microsoft.Extensions.DependencyInjection;
using Volo.Abp.EntityFrameworkCore;
using Volo.Abp.Uow;

namespace Abp.Tests.Conformance;

/// <summary>The stand-in's alone: ABP sets a savepoint before each save. What differs is seen by nobody: a failure of the last save undoes all.</summary>
public class SavepointTests(ShopApp shop) : IClassFixture<ShopApp>
{
    [Fact]
    public async Task A_save_on_the_way_can_be_undone_by_itself_and_the_last_one_only_with_everything()
    {
        var undoneAlone = new List<bool>();
        await shop.InUnitOfWork(async services =>
        {
            var context = await services.GetRequiredService<IDbContextProvider<ShopDbContext>>().GetDbContextAsync();
            context.SavingChanges += (_, _) => undoneAlone.Add(context.Database.AutoSavepointsEnabled);
            await services.GetRequiredService<IUnitOfWorkManager>().Current!.SaveChangesAsync();
        }, isTransactional: true);
        undoneAlone.ShouldBe([true, false]);
    }
}
