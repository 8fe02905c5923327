using System.Reflection;

namespace Volo.Abp.AspNetCore.Mvc.Conventions;

public class AbpConventionalControllerOptions
{
    public ConventionalControllerSettingList ConventionalControllerSettings { get; } = [];

    /// <summary>Types that are read from forms or elsewhere, never from the body.</summary>
    public List<Type> FormBodyBindingIgnoredTypes { get; } = [typeof(Microsoft.AspNetCore.Http.IFormFile)];

    /// <summary>Makes the application services of <paramref name="assembly"/> endpoints under <c>api/{root path}</c>.</summary>
    public AbpConventionalControllerOptions Create(Assembly assembly, Action<ConventionalControllerSetting>? optionsAction = null)
    {
        var setting = new ConventionalControllerSetting(assembly, "app", "Default");
        optionsAction?.Invoke(setting);
        setting.Initialize();
        ConventionalControllerSettings.Add(setting);
        return this;
    }
}

public class ConventionalControllerSettingList : List<ConventionalControllerSetting>
{
    public ConventionalControllerSetting? GetSettingOrNull(Type controllerType) =>
        this.FirstOrDefault(setting => setting.Contains(controllerType));
}

public class ConventionalControllerSetting(Assembly assembly, string rootPath, string remoteServiceName)
{
    private readonly HashSet<Type> _controllers = [];

    public Assembly Assembly { get; } = assembly;
    public string RootPath { get; set; } = rootPath;
    public string RemoteServiceName { get; set; } = remoteServiceName;
    public Func<Type, bool>? TypePredicate { get; set; }

    /// <summary>Collects the services; what is set later has no effect.</summary>
    public void Initialize() => _controllers.UnionWith(
        Assembly.GetTypes().Where(type => IsRemoteService(type) && TypePredicate?.Invoke(type) != false));

    public IReadOnlyList<Type> GetControllerTypes() => [.. _controllers];

    internal bool Contains(Type type) => _controllers.Contains(type);

    private static bool IsRemoteService(Type type) =>
        type is { IsPublic: true, IsClass: true, IsAbstract: false, IsGenericType: false }
        && typeof(IRemoteService).IsAssignableFrom(type)
        && !RemoteServiceAttribute.IsExplicitlyDisabledFor(type);
}
