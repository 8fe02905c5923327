using System.Reflection;

namespace Volo.Abp;

/// <summary>May be called over HTTP.</summary>
public interface IRemoteService;

/// <summary>Shows or hides a service or a method over HTTP.</summary>
[AttributeUsage(AttributeTargets.Interface | AttributeTargets.Class | AttributeTargets.Method)]
public class RemoteServiceAttribute(bool isEnabled = true) : Attribute
{
    public bool IsEnabled { get; set; } = isEnabled;
    public bool IsMetadataEnabled { get; set; } = true;
    public string Name { get; set; } = null!;

    public virtual bool IsEnabledFor(Type type) => IsEnabled;
    public virtual bool IsEnabledFor(MethodInfo method) => IsEnabled;
    public virtual bool IsMetadataEnabledFor(Type type) => IsMetadataEnabled;
    public virtual bool IsMetadataEnabledFor(MethodInfo method) => IsMetadataEnabled;

    public static bool IsExplicitlyEnabledFor(Type type) => OfType(type)?.IsEnabledFor(type) == true;
    public static bool IsExplicitlyDisabledFor(Type type) => OfType(type)?.IsEnabledFor(type) == false;

    private static RemoteServiceAttribute? OfType(Type type) => type.GetCustomAttribute<RemoteServiceAttribute>(true);
}

/// <summary>Serves other services of the same system, not people.</summary>
[AttributeUsage(AttributeTargets.Interface | AttributeTargets.Class)]
public class IntegrationServiceAttribute : Attribute
{
    public static bool IsDefinedOrInherited<T>() => IsDefinedOrInherited(typeof(T));

    public static bool IsDefinedOrInherited(Type type) =>
        type.IsDefined(typeof(IntegrationServiceAttribute), true)
        || type.GetInterfaces().Any(each => each.IsDefined(typeof(IntegrationServiceAttribute), true));
}
