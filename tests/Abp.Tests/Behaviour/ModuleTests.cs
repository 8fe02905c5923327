using Microsoft.Extensions.DependencyInjection;
using Volo.Abp;
using Volo.Abp.Autofac;
using Volo.Abp.Modularity;

namespace Abp.Tests.Behaviour;

/// <summary>Modules are ordered by what they depend on, and each phase runs over all before the next.</summary>
public class ModuleTests
{
    [Fact]
    public async Task Each_phase_runs_over_all_modules_in_order()
    {
        Trace.Entries.Clear();
        using (var application = await AbpApplicationFactory.CreateAsync<TopModule>(o => o.UseAutofac()))
        {
            await application.InitializeAsync();
            application.Modules.Select(x => x.Type).Where(x => x.DeclaringType == typeof(ModuleTests))
                .ShouldBe([typeof(BottomModule), typeof(LeftModule), typeof(RightModule), typeof(TopModule)]);
            application.ServiceProvider.GetRequiredService<TopModule>().ShouldBeSameAs(application.ServiceProvider.GetRequiredService<TopModule>());
            await application.ShutdownAsync();
        }
        string[] order = ["Bottom", "Left", "Right", "Top"];
        Trace.Entries.ShouldBe([
            .. order.Select(x => $"{x} pre-configure"), .. order.Select(x => $"{x} configure"), .. order.Select(x => $"{x} post-configure"),
            .. order.Select(x => $"{x} pre-initialise"), .. order.Select(x => $"{x} initialise"), .. order.Select(x => $"{x} post-initialise"),
            .. order.Reverse().Select(x => $"{x} shut down")]);
    }

    [Fact]
    public async Task Options_can_be_set_only_while_services_are_configured() =>
        (await Should.ThrowAsync<AbpException>(async () =>
        {
            using var application = await AbpApplicationFactory.CreateAsync<LateModule>(o => o.UseAutofac());
            await application.InitializeAsync();
        })).GetBaseException().ShouldBeOfType<AbpException>().Message.ShouldContain("ServiceConfigurationContext is only available in");

    private static class Trace { public static List<string> Entries { get; } = []; }

    public abstract class TracedModule : AbpModule
    {
        private string Name => GetType().Name.Replace("Module", "");
        public override void PreConfigureServices(ServiceConfigurationContext context) => Trace.Entries.Add($"{Name} pre-configure");
        public override void ConfigureServices(ServiceConfigurationContext context) => Trace.Entries.Add($"{Name} configure");
        public override void PostConfigureServices(ServiceConfigurationContext context) => Trace.Entries.Add($"{Name} post-configure");
        public override void OnPreApplicationInitialization(ApplicationInitializationContext context) => Trace.Entries.Add($"{Name} pre-initialise");
        public override void OnApplicationInitialization(ApplicationInitializationContext context) => Trace.Entries.Add($"{Name} initialise");
        public override void OnPostApplicationInitialization(ApplicationInitializationContext context) => Trace.Entries.Add($"{Name} post-initialise");
        public override void OnApplicationShutdown(ApplicationShutdownContext context) => Trace.Entries.Add($"{Name} shut down");
    }

    public class BottomModule : TracedModule { public BottomModule() => SkipAutoServiceRegistration = true; }

    [DependsOn(typeof(BottomModule))]
    public class LeftModule : TracedModule { public LeftModule() => SkipAutoServiceRegistration = true; }

    [DependsOn(typeof(BottomModule))]
    public class RightModule : TracedModule { public RightModule() => SkipAutoServiceRegistration = true; }

    [DependsOn(typeof(AbpAutofacModule))]
    [DependsOn(typeof(LeftModule), typeof(RightModule))]
    public class TopModule : TracedModule { public TopModule() => SkipAutoServiceRegistration = true; }

    [DependsOn(typeof(AbpAutofacModule))]
    public class LateModule : AbpModule
    {
        public LateModule() => SkipAutoServiceRegistration = true;
        public override void OnApplicationInitialization(ApplicationInitializationContext context) => Configure<AbpApplicationCreationOptions>(_ => { });
    }
}
