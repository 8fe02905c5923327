using Abp.Tests.Shop;
using Microsoft.Extensions.DependencyInjection;
using Volo.Abp.Identity;

namespace Abp.Tests.Behaviour;

/// <summary>A version counts the changes of an entity that has one.</summary>
public class EntityVersionTests(ShopApp shop) : IClassFixture<ShopApp>
{
    [Fact]
    public async Task Every_change_counts_once_and_the_beginning_is_zero()
    {
        var role = Guid.NewGuid();
        await shop.InUnitOfWork(services => services.GetRequiredService<IIdentityRoleRepository>().InsertAsync(new IdentityRole(role, $"press-{role:N}")));
        (await VersionAsync(role)).ShouldBe(0);

        for (var change = 1; change <= 2; change++)
        {
            await shop.InUnitOfWork(async services => (await services.GetRequiredService<IIdentityRoleRepository>().GetAsync(role)).IsPublic = change == 1);
            (await VersionAsync(role)).ShouldBe(change);
        }
    }

    private async Task<long> VersionAsync(Guid role) =>
        (long)(await shop.Sql("SELECT EntityVersion FROM AbpRoles WHERE Id = @0", role.ToString().ToUpperInvariant()))[0][0]!;
}
