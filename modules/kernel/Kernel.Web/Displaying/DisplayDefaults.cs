using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.Extensions.DependencyInjection;
using Volo.Abp.Settings;

namespace Kernel.Displaying;

/// <summary>How a workspace, an organisation or a user has its pages by default; this browser's own choice (the cookie) comes before.</summary>
public static class DisplaySettingNames
{
    public const string Prefix = "Kernel.Display.";

    /// <summary>One for each of <see cref="DisplaySettings.Names"/>.</summary>
    public static IReadOnlyList<string> All { get; } = [.. DisplaySettings.Names.Select(name => Prefix + name)];
}

public class DisplaySettingDefinitionProvider : SettingDefinitionProvider
{
    // None has a default of its own: what is not set follows the reader's language.
    public override void Define(ISettingDefinitionContext context) =>
        context.Add([.. DisplaySettingNames.All.Select(name => new SettingDefinition(name))]);
}

/// <summary>Reads the settings once for a request, before anything is displayed.</summary>
public class DisplayDefaultsFilter : IAsyncResourceFilter
{
    private static readonly object Key = new();

    public virtual async Task OnResourceExecutionAsync(ResourceExecutingContext context, ResourceExecutionDelegate next)
    {
        context.HttpContext.Items[Key] = await context.HttpContext.RequestServices.GetRequiredService<ISettingProvider>().GetAllAsync([.. DisplaySettingNames.All]);
        await next();
    }

    internal static DisplaySettings Apply(DisplaySettings display, HttpContext? context)
    {
        foreach (var setting in context?.Items[Key] as List<SettingValue> ?? [])
        {
            display = display.With(setting.Name[DisplaySettingNames.Prefix.Length..], setting.Value);
        }
        return display;
    }
}
