using System.Text.Json;
using Volo.Abp.Authorization.Permissions;
using Volo.Abp.Definitions;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.Features;
using Volo.Abp.Guids;
using Volo.Abp.SimpleStateChecking;
using Volo.Abp.Uow;

namespace Volo.Abp.PermissionManagement;

/// <summary>Writes the application's permissions to the database, where other applications read them.</summary>
public interface IStaticPermissionSaver
{
    Task SaveAsync();
}

internal class PermissionDefinitionSaver(
    IPermissionDefinitionManager definitions, IRepository<PermissionGroupDefinitionRecord, Guid> groups,
    IRepository<PermissionDefinitionRecord, Guid> permissions, IGuidGenerator guids, IUnitOfWorkManager unitOfWorkManager) : IStaticPermissionSaver
{
    public async Task SaveAsync()
    {
        var defined = await definitions.GetGroupsAsync();
        using var unitOfWork = unitOfWorkManager.Begin(requiresNew: true);
        await DefinitionRecords.SaveAsync(
            groups, defined.Select(group => new PermissionGroupDefinitionRecord(guids.Create(), group.Name, DefinitionText.Of(group.DisplayName))),
            record => record.Name);
        await DefinitionRecords.SaveAsync(
            permissions, defined.SelectMany(group => group.GetPermissionsWithChildren().Select(permission => RecordOf(group, permission))),
            record => record.Name);
        await unitOfWork.CompleteAsync();
    }

    private PermissionDefinitionRecord RecordOf(PermissionGroupDefinition group, PermissionDefinition permission) => new(
        guids.Create(), group.Name, permission.Name, permission.Parent?.Name, DefinitionText.Of(permission.DisplayName), permission.IsEnabled,
        permission.MultiTenancySide, DefinitionText.Of(permission.Providers), JsonOf(permission.StateCheckers));

    // A checker that only this application knows cannot be kept, in ABP neither.
    private static string JsonOf(IEnumerable<ISimpleStateChecker<PermissionDefinition>> checkers)
    {
        var kept = checkers.Select(checker => checker switch
        {
            RequireFeaturesSimpleStateChecker<PermissionDefinition> features =>
                new Dictionary<string, object> { ["T"] = "F", ["A"] = features.RequiresAll, ["N"] = features.FeatureNames },
            RequireAuthenticatedSimpleStateChecker<PermissionDefinition> => new Dictionary<string, object> { ["T"] = "A" },
            _ => null
        }).OfType<Dictionary<string, object>>().ToList();
        return kept.Count == 0 ? null : JsonSerializer.Serialize(kept);
    }
}
