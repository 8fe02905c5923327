using Abp.Tests.Shop;
using Microsoft.Extensions.DependencyInjection;
using Volo.Abp.DependencyInjection;

namespace Abp.Tests.Behaviour;

/// <summary>Point 10: services are exposed by the ends of their names, base classes are fed through properties, class proxies need virtual.</summary>
public class DependencyInjectionTests(ShopApp shop) : IClassFixture<ShopApp>
{
    private IServiceProvider Services => shop.Services;

    [Fact]
    public void A_class_is_exposed_as_itself_and_under_the_interfaces_its_name_ends_in()
    {
        Services.GetService<MyFooService>().ShouldNotBeNull();
        Services.GetService<IFooService>().ShouldBeOfType<MyFooService>();
        Services.GetService<IService>().ShouldBeOfType<MyFooService>();
        Services.GetService<IBarService>().ShouldBeNull();
        Services.GetService<Derived1>().ShouldNotBeNull();
    }

    [Fact]
    public void Exposed_by_attribute_it_is_exactly_that()
    {
        Services.GetService<IPlainThing>().ShouldBeOfType<OddlyNamed>();
        Services.GetService<OddlyNamed>().ShouldBeNull();
    }

    [Fact]
    public async Task Under_all_its_names_a_singleton_is_one_and_a_scoped_one_is_one_in_its_scope()
    {
        Services.GetRequiredService<ISharedCounter>().ShouldBeSameAs(Services.GetRequiredService<SharedCounter>());
        await shop.InScope(scope =>
        {
            scope.GetRequiredService<IScopedCounter>().ShouldBeSameAs(scope.GetRequiredService<ScopedCounter>());
            scope.GetRequiredService<IScopedCounter>().ShouldNotBeSameAs(Services.GetRequiredService<IScopedCounter>());
            return Task.CompletedTask;
        });
    }

    [Fact]
    public void The_attributes_lifetime_wins() =>
        Services.GetRequiredService<LifetimeByAttribute>().ShouldBeSameAs(Services.GetRequiredService<LifetimeByAttribute>());

    [Fact]
    public void A_replaced_service_is_still_there_as_itself()
    {
        Services.GetRequiredService<IGreeter>().Greet().ShouldBe("Hello");
        Services.GetServices<IGreeter>().ShouldHaveSingleItem();
        Services.GetRequiredService<Greeter>().Greet().ShouldBe("Good day");
    }

    [Fact]
    public void Several_of_one_kind_are_all_given_and_the_last_alone()
    {
        var all = Services.GetServices<IManyParts>().ToList();
        all.Count.ShouldBe(2);
        Services.GetRequiredService<IManyParts>().GetType().ShouldBe(all[^1].GetType());
    }

    [Fact]
    public void Registration_can_be_refused() => Services.GetService<NotRegistered>().ShouldBeNull();

    [Fact]
    public void Properties_are_filled_with_what_is_known()
    {
        var given = Services.GetRequiredService<WithProperties>();
        given.Known.ShouldNotBeNull();
        given.Unknown.ShouldBeNull();
    }

    [Fact]
    public void A_base_class_lives_from_its_properties()
    {
        Services.GetRequiredService<BaseUser>().NewId().ShouldNotBe(Guid.Empty);
        var orphan = new BaseUser();
        orphan.HasProvider.ShouldBeFalse();
        Should.Throw<NullReferenceException>(() => orphan.NewId());
    }

    [Fact]
    public async Task Resolved_as_a_class_only_virtual_methods_are_intercepted()
    {
        var probe = Services.GetRequiredService<ClassProbe>();
        (await probe.VirtualAsync()).ShouldBeTrue();
        (await probe.PlainAsync()).ShouldBeFalse();
        (await probe.UnmarkedAsync()).ShouldBeFalse();
    }

    [Fact]
    public void A_lazy_provider_remembers_what_it_gave()
    {
        var lazy = Services.GetRequiredService<IAbpLazyServiceProvider>();
        lazy.LazyGetRequiredService<MyFooService>().ShouldBeSameAs(lazy.LazyGetRequiredService<MyFooService>());
        Services.GetRequiredService<IAbpLazyServiceProvider>().ShouldNotBeSameAs(lazy);
    }
}
