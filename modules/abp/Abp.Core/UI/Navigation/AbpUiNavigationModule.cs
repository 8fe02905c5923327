using Volo.Abp.Authorization;
using Volo.Abp.Localization;
using Volo.Abp.Modularity;
using Volo.Abp.MultiTenancy;
using Volo.Abp.UI.Navigation.Localization.Resource;

namespace Volo.Abp.UI.Navigation
{
    [DependsOn(typeof(AbpUiModule), typeof(AbpAuthorizationModule), typeof(AbpMultiTenancyModule))]
    public class AbpUiNavigationModule : AbpModule
    {
        public override void ConfigureServices(ServiceConfigurationContext context)
        {
            Configure<AbpLocalizationOptions>(options => options.Resources
                .Add<AbpUiNavigationResource>("en").AddVirtualJson("/UI/Texts/Navigation"));
            Configure<AbpNavigationOptions>(options => options.MenuContributors.Add(new DefaultMenuContributor()));
        }
    }

    public class AbpNavigationOptions
    {
        public List<IMenuContributor> MenuContributors { get; } = [];

        /// <summary>The menus that together make the main menu.</summary>
        public List<string> MainMenuNames { get; } = [StandardMenus.Main];
    }

    public static class StandardMenus
    {
        public const string Main = "Main";
        public const string User = "User";
        public const string Shortcut = "Shortcut";
    }

    public static class DefaultMenuNames
    {
        public static class Application
        {
            public static class Main
            {
                public const string Administration = "Abp.Application.Main.Administration";
            }
        }
    }
}

namespace Volo.Abp.UI.Navigation.Localization.Resource
{
    [LocalizationResourceName("AbpUiNavigation")]
    public class AbpUiNavigationResource;
}
