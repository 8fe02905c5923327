using Kernel.Rights;
using Microsoft.Extensions.Localization;
using Volo.Abp.Authorization.Permissions;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Features;
using Volo.Abp.MultiTenancy;
using Volo.Abp.SimpleStateChecking;

namespace Workspace.Administration.Permissions;

/// <summary>All that can be given on this side (organisation or host), as an administrator reads it: modules, features, and one choice where several permissions mean more and more of one thing.</summary>
public class RightsCatalog(
    IPermissionDefinitionManager definitions, ISimpleStateCheckerManager<PermissionDefinition> states, IFeatureChecker features, IFeatureDefinitionManager featureDefinitions, ICurrentTenant tenant,
    IStringLocalizerFactory texts) : ITransientDependency
{
    /// <param name="provider">Whom the rights are given to: R for roles, U for users.</param>
    public virtual async Task<IReadOnlyList<RightGroup>> GetAsync(string provider)
    {
        var groups = new List<RightGroup>();
        foreach (var group in await definitions.GetGroupsAsync())
        {
            var rows = new List<Right>();
            foreach (var permission in group.Permissions)
            {
                await AddAsync(rows, permission, provider, 0, []);
            }
            if (rows.Count > 0)
            {
                groups.Add(new RightGroup(group.Name, group.DisplayName.Localize(texts), rows));
            }
        }
        return groups;
    }

    private async Task AddAsync(List<Right> rows, PermissionDefinition permission, string provider, int depth, string[] above)
    {
        if (!permission.IsEnabled || !permission.MultiTenancySide.HasFlag(tenant.GetMultiTenancySide())
            || (permission.Providers.Count > 0 && !permission.Providers.Contains(provider)))
        {
            return;
        }
        var isField = permission[RightsPermissions.PropertyName] is FieldAccess.Masked;
        var steps = isField ? permission.Children.OrderBy(child => child[RightsPermissions.PropertyName]).Select(child => child.Name).Prepend(permission.Name) : [permission.Name];
        rows.Add(new Right(permission.Name, permission.DisplayName.Localize(texts), depth, isField ? RightKind.Field : RightKind.Toggle,
            [.. steps], above, await OffAsync(permission)));
        if (isField) { return; }
        string[] beneath = [.. above, permission.Name];
        var scopes = permission.Children.Where(child => child[RightsPermissions.PropertyName] is RecordScope).OrderBy(child => child[RightsPermissions.PropertyName]).ToList();
        if (scopes.Count > 0)
        {
            rows.Add(new Right(permission.Name + ".Records", "", depth + 1, RightKind.Records, [.. scopes.Select(scope => scope.Name)], beneath, await OffAsync(permission)));
        }
        foreach (var child in permission.Children.Except(scopes))
        {
            await AddAsync(rows, child, provider, depth + 1, beneath);
        }
    }

    /// <returns>Null while the permission has effect; else what switched it off: the names of features, or nothing where that is not known.</returns>
    public virtual async Task<string?> OffAsync(PermissionDefinition permission)
    {
        if (await states.IsEnabledAsync(permission)) { return null; }
        var names = new List<string>();
        foreach (var feature in permission.StateCheckers.OfType<RequireFeaturesSimpleStateChecker<PermissionDefinition>>().SelectMany(checker => checker.FeatureNames).Distinct())
        {
            if (!await features.IsEnabledAsync(feature)) { names.Add((await featureDefinitions.GetOrNullAsync(feature))?.DisplayName?.Localize(texts) ?? feature); }
        }
        return string.Join(" + ", names);
    }
}

/// <param name="Name">Of the module's group of permissions.</param>
public record RightGroup(string Name, string Text, IReadOnlyList<Right> Rights);

/// <summary>One thing that can be given, to a level from 0 (nothing) to as many as there are <see cref="Steps"/>.</summary>
/// <param name="Steps">The permission of each level from 1 on; a level includes those below it.</param>
/// <param name="Above">What it makes no sense without: the parents, from the top.</param>
/// <param name="Off">Null, or the features that are switched off and leave it without effect.</param>
public record Right(string Key, string Text, int Depth, RightKind Kind, IReadOnlyList<string> Steps, IReadOnlyList<string> Above, string? Off = null)
{
    public bool IsOff => Off is not null;

    public int LevelIn(IReadOnlySet<string> granted)
    {
        for (var level = Steps.Count; level > 0; level--)
        {
            if (granted.Contains(Steps[level - 1])) { return level; }
        }
        return 0;
    }
}

public enum RightKind
{
    /// <summary>May or may not.</summary>
    Toggle,

    /// <summary>Which records: level 0 is one's own.</summary>
    Records,

    /// <summary>A field: hidden, masked, visible, changeable.</summary>
    Field
}
