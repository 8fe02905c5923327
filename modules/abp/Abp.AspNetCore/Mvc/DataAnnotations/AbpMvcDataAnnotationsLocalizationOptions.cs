using System.Reflection;

namespace Volo.Abp.AspNetCore.Mvc.Localization;

/// <summary>Which resource words the field names and messages of an assembly's models.</summary>
public class AbpMvcDataAnnotationsLocalizationOptions
{
    public IDictionary<Assembly, Type> AssemblyResources { get; } = new Dictionary<Assembly, Type>();

    public void AddAssemblyResource(Type resourceType, params Assembly[] assemblies)
    {
        foreach (var assembly in assemblies.Length == 0 ? [resourceType.Assembly] : assemblies)
        {
            AssemblyResources[assembly] = resourceType;
        }
    }
}
