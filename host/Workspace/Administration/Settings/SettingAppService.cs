using Kernel.Texts;
using Microsoft.AspNetCore.Authorization;
using Volo.Abp;
using Volo.Abp.Application.Services;
using Volo.Abp.SettingManagement;
using Volo.Abp.Settings;
using Volo.Abp.Users;

namespace Workspace.Administration.Settings;

/// <summary>Who a value is for. Each falls back to the one before it.</summary>
public enum SettingLevel { Default, Workspace, Organisation, User }

/// <summary>
/// Settings of the whole workspace (for its administrators), of an organisation (for its own) or of a user, each shown with what
/// holds while it is not set.
/// </summary>
[Authorize]
public class SettingAppService(SettingCatalog catalog, ISettingDefinitionManager definitions, ISettingManager settings) : ApplicationService
{
    /// <summary>Whose settings an administrator changes.</summary>
    public SettingLevel Level => CurrentTenant.Id is null ? SettingLevel.Workspace : SettingLevel.Organisation;

    [Authorize(SettingPermissions.Default)]
    public virtual async Task<IReadOnlyList<SettingGroupDto>> GetAsync()
    {
        var groups = new List<SettingGroupDto>();
        foreach (var group in catalog.Groups)
        {
            var rows = await ToRowsAsync(group.Fields, Level);
            if (rows.Count > 0) { groups.Add(new SettingGroupDto(group.Key, await AuthorizationService.IsGrantedAsync(group.Permission), rows)); }
        }
        return groups;
    }

    /// <summary>How the current user has his pages, on every device where he has not chosen otherwise.</summary>
    public virtual async Task<IReadOnlyList<SettingGroupDto>> GetMineAsync() =>
        [new SettingGroupDto("Display", true, await ToRowsAsync(catalog.Display, SettingLevel.User))];

    /// <summary>Sets one group; a blank value takes the setting back to what it falls back to, a blank secret leaves it as it is.</summary>
    /// <exception cref="BusinessException">A value is not taken; none of the group is changed then.</exception>
    [Authorize(SettingPermissions.Default)]
    public virtual async Task SetAsync(string group, Dictionary<string, string?> values)
    {
        var asked = catalog.Groups.Single(known => known.Key == group);
        await AuthorizationService.CheckAsync(asked.Permission);
        await SetAsync(asked.Fields, Level, values);
    }

    public virtual Task SetMineAsync(Dictionary<string, string?> values) => SetAsync(catalog.Display, SettingLevel.User, values);

    /// <summary>Takes a secret away.</summary>
    [Authorize(SettingPermissions.Default)]
    public virtual async Task ClearAsync(string name)
    {
        var group = catalog.Groups.Single(known => known.Fields.Any(field => field.Name == name));
        await AuthorizationService.CheckAsync(group.Permission);
        await settings.SetAsync(name, null!, ProviderOf(Level), KeyOf(Level)!);
    }

    private async Task SetAsync(IReadOnlyList<SettingField> fields, SettingLevel level, Dictionary<string, string?> values)
    {
        var changes = new List<(string Name, string? Value)>();
        foreach (var field in fields.Where(field => values.ContainsKey(field.Name)))
        {
            var value = Typed(field, values[field.Name]);
            if (value is not null && !field.Takes(value))
            {
                throw new BusinessException(SettingErrorCodes.NotTaken)
                    .WithData("Name", TitleOf(field.Name, await definitions.GetOrNullAsync(field.Name)))
                    .WithData("Hint", field.Hint ?? L["Setting:TakesChoice"]);
            }
            if (value is not null || !field.IsSecret) { changes.Add((field.Name, value)); }
        }
        foreach (var (name, value) in changes)
        {
            await settings.SetAsync(name, value!, ProviderOf(level), KeyOf(level)!);
        }
    }

    /// <summary>Digits as machines read them; a secret is kept to the letter.</summary>
    private static string? Typed(SettingField field, string? value) =>
        string.IsNullOrWhiteSpace(value) ? null : field.IsSecret ? value : PersianText.ToAsciiDigits(value.Trim());

    private async Task<List<SettingRow>> ToRowsAsync(IReadOnlyList<SettingField> fields, SettingLevel level)
    {
        var rows = new List<SettingRow>();
        foreach (var field in fields)
        {
            if (await definitions.GetOrNullAsync(field.Name) is { } definition)
            {
                var own = await ValueAsync(definition, level);
                rows.Add(new SettingRow(
                    field.Name, TitleOf(field.Name, definition), field.Choices, field.Hint, field.IsSecret,
                    field.IsSecret ? null : own, own is not null, await FallbacksAsync(field, definition, level)));
            }
        }
        return rows;
    }

    private async Task<List<SettingFallback>> FallbacksAsync(SettingField field, SettingDefinition definition, SettingLevel level)
    {
        var fallbacks = new List<SettingFallback>();
        for (var below = level - 1; below >= SettingLevel.Default; below--)
        {
            if (below == SettingLevel.Organisation && CurrentTenant.Id is null) { continue; }
            var value = await ValueAsync(definition, below);
            fallbacks.Add(new SettingFallback(below, field.IsSecret && value is not null ? "••••" : TextOf(field, value)));
        }
        return fallbacks;
    }

    private static string? TextOf(SettingField field, string? value) =>
        value is null ? null : field.Choices?.FirstOrDefault(choice => choice.Key.Equals(value, StringComparison.OrdinalIgnoreCase)).Value ?? value;

    private async Task<string?> ValueAsync(SettingDefinition definition, SettingLevel level) => level == SettingLevel.Default
        ? await settings.GetOrNullAsync(definition.Name, ConfigurationSettingValueProvider.ProviderName, null!)
        : await settings.GetOrNullAsync(definition.Name, ProviderOf(level), KeyOf(level)!, fallback: false);

    private string TitleOf(string name, SettingDefinition? definition) =>
        L["Setting:" + name] is { ResourceNotFound: false } known ? known : definition?.DisplayName.Localize(StringLocalizerFactory) ?? name;

    private static string ProviderOf(SettingLevel level) => level switch
    {
        SettingLevel.Workspace => GlobalSettingValueProvider.ProviderName,
        SettingLevel.Organisation => TenantSettingValueProvider.ProviderName,
        _ => UserSettingValueProvider.ProviderName
    };

    private string? KeyOf(SettingLevel level) => level switch
    {
        SettingLevel.Organisation => CurrentTenant.Id.ToString(), SettingLevel.User => CurrentUser.GetId().ToString(), _ => null
    };
}

/// <param name="MayChange">Else they are shown only.</param>
public record SettingGroupDto(string Key, bool MayChange, IReadOnlyList<SettingRow> Rows);

/// <param name="Value">Set here; null when it is not, or is secret.</param>
/// <param name="Fallbacks">Nearest first, with the value's text or null.</param>
public record SettingRow(
    string Name, string Title, IReadOnlyList<KeyValuePair<string, string>>? Choices, string? Hint, bool IsSecret, string? Value, bool IsSet,
    IReadOnlyList<SettingFallback> Fallbacks)
{
    /// <summary>What holds while it is not set here.</summary>
    public string? Inherited => Fallbacks.FirstOrDefault(fallback => fallback.Text is not null)?.Text;
}

public record SettingFallback(SettingLevel Level, string? Text);

/// <summary>Each code is also the key of its text.</summary>
public static class SettingErrorCodes
{
    public const string NotTaken = "Workspace:SettingNotTaken";
}
