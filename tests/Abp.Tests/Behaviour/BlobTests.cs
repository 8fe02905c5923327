using System.Text;
using Abp.Tests.Shop;
using Microsoft.Extensions.DependencyInjection;
using Volo.Abp;
using Volo.Abp.BlobStoring;
using Volo.Abp.MultiTenancy;

namespace Abp.Tests.Behaviour;

/// <summary>Files under names, each tenant's apart.</summary>
public class BlobTests(ShopApp shop) : IClassFixture<ShopApp>
{
    private static readonly byte[] Text = Encoding.UTF8.GetBytes("پیش‌فاکتور");
    private readonly string _name = $"quotes/{Guid.NewGuid():N}.txt";

    [Fact]
    public Task What_was_saved_is_read_until_it_is_deleted() => shop.InScope(async services =>
    {
        var files = services.GetRequiredService<IBlobContainer>();

        await files.SaveAsync(_name, Text);
        (await files.ExistsAsync(_name)).ShouldBeTrue();
        (await files.GetAllBytesAsync(_name)).ShouldBe(Text);

        (await files.DeleteAsync(_name)).ShouldBeTrue();
        (await files.DeleteAsync(_name)).ShouldBeFalse();
        (await files.GetAllBytesOrNullAsync(_name)).ShouldBeNull();
        await Should.ThrowAsync<AbpException>(() => files.GetAsync(_name));
    });

    [Fact]
    public Task What_is_there_is_overwritten_only_when_it_is_asked_for() => shop.InScope(async services =>
    {
        var files = services.GetRequiredService<IBlobContainer>();
        await files.SaveAsync(_name, Text);

        await Should.ThrowAsync<BlobAlreadyExistsException>(() => files.SaveAsync(_name, "other"u8.ToArray()));
        (await files.GetAllBytesAsync(_name)).ShouldBe(Text);

        await files.SaveAsync(_name, "other"u8.ToArray(), overrideExisting: true);
        (await files.GetAllBytesAsync(_name)).ShouldBe("other"u8.ToArray());
    });

    [Fact]
    public Task A_tenant_sees_its_own_files_only_unless_the_container_is_everybodys() => shop.InScope(async services =>
    {
        var (own, shared) = (services.GetRequiredService<IBlobContainer>(), services.GetRequiredService<IBlobContainer<CatalogueFiles>>());
        var tenant = services.GetRequiredService<ICurrentTenant>();
        using (tenant.Change(Guid.NewGuid()))
        {
            await own.SaveAsync(_name, Text);
            await shared.SaveAsync(_name, Text);
        }

        using (tenant.Change(Guid.NewGuid()))
        {
            (await own.ExistsAsync(_name)).ShouldBeFalse();
            (await shared.ExistsAsync(_name)).ShouldBeTrue();
        }
        (await own.ExistsAsync(_name)).ShouldBeFalse();
    });

    [Theory]
    [InlineData("../outside.txt")]
    [InlineData("a/../../../outside.txt")]
    [InlineData("/etc/passwd")]
    public Task A_name_that_leads_out_of_the_container_is_refused(string name) => shop.InScope(async services =>
    {
        var files = services.GetRequiredService<IBlobContainer>();

        await Should.ThrowAsync<AbpException>(() => files.SaveAsync(name, Text, overrideExisting: true));
        await Should.ThrowAsync<AbpException>(() => files.GetOrNullAsync(name));
        await Should.ThrowAsync<AbpException>(() => files.DeleteAsync(name));
    });
}
