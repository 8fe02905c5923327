using Abp.Tests.Shop;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Volo.Abp;
using Volo.Abp.Data;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.EntityFrameworkCore;

namespace Abp.Tests.Behaviour;

/// <summary>Point 4: repositories and filters exist for entity types with a set on their context, and for no other.</summary>
public class DbSetTests(ShopApp shop) : IClassFixture<ShopApp>
{
    [Fact]
    public void Every_entity_with_a_set_has_its_repositories()
    {
        shop.Services.GetService<IRepository<Widget, Guid>>().ShouldNotBeNull();
        shop.Services.GetService<IRepository<Widget>>().ShouldNotBeNull();
        shop.Services.GetService<IReadOnlyRepository<Widget, Guid>>().ShouldNotBeNull();
        shop.Services.GetService<IReadOnlyRepository<Widget>>().ShouldNotBeNull();
        shop.Services.GetService<IBasicRepository<Widget, Guid>>().ShouldNotBeNull();
        shop.Services.GetService<IReadOnlyBasicRepository<Widget, Guid>>().ShouldNotBeNull();
        shop.Services.GetService<IRepository<Label, Guid>>().ShouldNotBeNull();
    }

    [Fact]
    public void An_entity_mapped_only_in_the_model_has_none()
    {
        shop.Services.GetService<IRepository<Gadget, Guid>>().ShouldBeNull();
        shop.Services.GetService<IRepository<Part, Guid>>().ShouldBeNull();
    }

    [Fact]
    public async Task An_entity_mapped_after_the_base_class_is_not_filtered() => await shop.InUnitOfWork(async services =>
    {
        var context = await services.GetRequiredService<IDbContextProvider<ShopDbContext>>().GetDbContextAsync();
        var id = Guid.NewGuid();
        context.Add(new Gadget(id) { IsDeleted = true });
        await context.SaveChangesAsync();
        (await context.Set<Gadget>().CountAsync(x => x.Id == id)).ShouldBe(1);
    });

    [Fact]
    public async Task A_deleted_entity_is_hidden_until_the_filter_is_off() => await shop.InUnitOfWork(async services =>
    {
        var widgets = services.GetRequiredService<IRepository<Widget, Guid>>();
        var widget = await widgets.InsertAsync(new Widget(Guid.NewGuid(), "Gone"), autoSave: true);
        await widgets.DeleteAsync(widget, autoSave: true);
        (await widgets.AnyAsync(x => x.Id == widget.Id)).ShouldBeFalse();

        using (services.GetRequiredService<IDataFilter<ISoftDelete>>().Disable())
        {
            services.GetRequiredService<IDataFilter>().IsEnabled<ISoftDelete>().ShouldBeFalse();
            (await widgets.AnyAsync(x => x.Id == widget.Id)).ShouldBeTrue();
            using (services.GetRequiredService<IDataFilter>().Enable<ISoftDelete>())
            {
                (await widgets.AnyAsync(x => x.Id == widget.Id)).ShouldBeFalse();
            }
        }
        (await widgets.AnyAsync(x => x.Id == widget.Id)).ShouldBeFalse();
    });

    [Fact]
    public async Task Columns_follow_the_conventions()
    {
        var columns = (await shop.Sql("SELECT name, \"notnull\" FROM pragma_table_info('Widgets')"))
            .ToDictionary(x => (string)x[0]!, x => (long)x[1]! == 1);
        columns["ConcurrencyStamp"].ShouldBeTrue();
        columns["ExtraProperties"].ShouldBeTrue();
        columns["IsDeleted"].ShouldBeTrue();
        columns["TenantId"].ShouldBeFalse();
        columns["DeletionTime"].ShouldBeFalse();
    }
}
