using Volo.Abp.AspNetCore.Mvc.UI.Theming;
using Volo.Abp.DependencyInjection;

namespace Workspace.Themes;

/// <summary>The workspace's own look: tabs of the installed modules around a page, a quiet door before it.</summary>
[ThemeName(Name)]
public class WorkspaceTheme : ITheme, ITransientDependency
{
    public const string Name = "Workspace";

    public string GetLayout(string name, bool fallbackToDefault = true) => name switch
    {
        StandardLayouts.Account or StandardLayouts.Empty => Path(name),
        StandardLayouts.Application => Path(name),
        _ => fallbackToDefault ? Path(StandardLayouts.Application) : null!,
    };

    private static string Path(string layout) => $"~/Themes/Workspace/Layouts/{layout}.cshtml";
}
