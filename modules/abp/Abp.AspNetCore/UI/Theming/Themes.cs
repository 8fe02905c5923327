using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Volo.Abp.DependencyInjection;

namespace Volo.Abp.AspNetCore.Mvc.UI.Theming;

/// <summary>Knows the view of each layout.</summary>
public interface ITheme
{
    /// <param name="name">One of <see cref="StandardLayouts"/>, or an own name.</param>
    /// <param name="fallbackToDefault">Gives the application's layout for an unknown name.</param>
    string GetLayout(string name, bool fallbackToDefault = true);
}

public interface IThemeManager
{
    ITheme CurrentTheme { get; }
}

public interface IThemeSelector
{
    ThemeInfo GetCurrentThemeInfo();
}

public static class StandardLayouts
{
    public const string Application = "Application";
    public const string Account = "Account";
    public const string Public = "Public";
    public const string Empty = "Empty";
}

public static class ThemeExtensions
{
    public static string GetApplicationLayout(this ITheme theme, bool fallbackToDefault = true) => theme.GetLayout(StandardLayouts.Application, fallbackToDefault);
    public static string GetAccountLayout(this ITheme theme, bool fallbackToDefault = true) => theme.GetLayout(StandardLayouts.Account, fallbackToDefault);
    public static string GetPublicLayout(this ITheme theme, bool fallbackToDefault = true) => theme.GetLayout(StandardLayouts.Public, fallbackToDefault);
    public static string GetEmptyLayout(this ITheme theme, bool fallbackToDefault = true) => theme.GetLayout(StandardLayouts.Empty, fallbackToDefault);
}

[AttributeUsage(AttributeTargets.Class)]
public class ThemeNameAttribute(string name) : Attribute
{
    public string Name { get; set; } = name;

    public static string GetName(Type themeType) => themeType.GetCustomAttribute<ThemeNameAttribute>()?.Name ?? themeType.Name;
}

public class ThemeInfo(Type themeType)
{
    public Type ThemeType { get; } = themeType;
    public string Name { get; } = ThemeNameAttribute.GetName(themeType);
}

public class ThemeDictionary : Dictionary<Type, ThemeInfo>
{
    public ThemeInfo Add<TTheme>() where TTheme : ITheme => Add(typeof(TTheme));

    public ThemeInfo Add(Type themeType)
    {
        if (ContainsKey(themeType))
        {
            throw new AbpException("This theme is already added before: " + themeType.AssemblyQualifiedName);
        }
        return this[themeType] = new ThemeInfo(themeType);
    }
}

public class AbpThemingOptions
{
    public ThemeDictionary Themes { get; } = [];

    /// <summary>Null means the first theme that was added.</summary>
    public string? DefaultThemeName { get; set; }
}

public class DefaultThemeSelector(IOptions<AbpThemingOptions> options) : IThemeSelector, ITransientDependency
{
    public virtual ThemeInfo GetCurrentThemeInfo()
    {
        var themes = options.Value.Themes.Values;
        if (themes.Count == 0)
        {
            throw new AbpException($"No theme registered! Use {nameof(AbpThemingOptions)} to register themes.");
        }
        return options.Value.DefaultThemeName is { } name
            ? themes.FirstOrDefault(theme => theme.Name == name)
                ?? throw new AbpException("Default theme is configured but it's not found in the registered themes: " + name)
            : themes.First();
    }
}

internal class DefaultThemeManager(IServiceProvider services, IThemeSelector selector) : IThemeManager, IScopedDependency
{
    private ITheme? _current;

    public ITheme CurrentTheme => _current ??= (ITheme)services.GetRequiredService(selector.GetCurrentThemeInfo().ThemeType);
}
