using Microsoft.AspNetCore.Mvc.ApplicationParts;
using Volo.Abp.Modularity;

namespace Volo.Abp.AspNetCore.Mvc.ApplicationParts;

/// <summary>Every module's assembly brings its controllers, pages and views; a later module's view hides the same path of an earlier one.</summary>
internal static class ModuleParts
{
    public static void Add(ApplicationPartManager manager, IModuleContainer modules)
    {
        var assemblies = modules.Modules.Reverse().Select(module => module.Type.Assembly).Distinct();
        var parts = assemblies
            .SelectMany(assembly => ApplicationPartFactory.GetApplicationPartFactory(assembly).GetApplicationParts(assembly))
            .ToList();
        foreach (var part in manager.ApplicationParts.Where(known => !parts.Exists(part => IsSame(part, known))).ToList())
        {
            parts.Add(part);
        }
        manager.ApplicationParts.Clear();
        parts.ForEach(manager.ApplicationParts.Add);
    }

    private static bool IsSame(ApplicationPart one, ApplicationPart other) => one.GetType() == other.GetType() && one.Name == other.Name;
}
