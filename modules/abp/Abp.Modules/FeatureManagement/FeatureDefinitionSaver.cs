using System.Text.Json;
using Volo.Abp.Definitions;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.Features;
using Volo.Abp.Guids;
using Volo.Abp.Uow;
using Volo.Abp.Validation.StringValues;

namespace Volo.Abp.FeatureManagement;

/// <summary>Writes the application's features to the database, where other applications read them.</summary>
public interface IStaticFeatureSaver
{
    Task SaveAsync();
}

internal class FeatureDefinitionSaver(
    IFeatureDefinitionManager definitions, IRepository<FeatureGroupDefinitionRecord, Guid> groups,
    IRepository<FeatureDefinitionRecord, Guid> features, IGuidGenerator guids, IUnitOfWorkManager unitOfWorkManager) : IStaticFeatureSaver
{
    public async Task SaveAsync()
    {
        var defined = await definitions.GetGroupsAsync();
        using var unitOfWork = unitOfWorkManager.Begin(requiresNew: true);
        await DefinitionRecords.SaveAsync(
            groups, defined.Select(group => new FeatureGroupDefinitionRecord(guids.Create(), group.Name, DefinitionText.Of(group.DisplayName))),
            record => record.Name);
        await DefinitionRecords.SaveAsync(
            features, defined.SelectMany(group => group.GetFeaturesWithChildren().Select(feature => RecordOf(group, feature))), record => record.Name);
        await unitOfWork.CompleteAsync();
    }

    private FeatureDefinitionRecord RecordOf(FeatureGroupDefinition group, FeatureDefinition feature) => new(
        guids.Create(), group.Name, feature.Name, feature.Parent?.Name, DefinitionText.Of(feature.DisplayName), DefinitionText.Of(feature.Description),
        feature.DefaultValue, feature.IsVisibleToClients, feature.IsAvailableToHost, DefinitionText.Of(feature.AllowedProviders), JsonOf(feature.ValueType));

    private static string JsonOf(IStringValueType type)
    {
        if (type is null)
        {
            return null;
        }

        var json = new Dictionary<string, object>
        {
            ["name"] = type.Name,
            ["properties"] = type.Properties,
            ["validator"] = new { name = type.Validator.Name, properties = type.Validator.Properties }
        };
        if (type is SelectionStringValueType selection)
        {
            json["itemSource"] = new
            {
                items = selection.ItemSource.Items.Select(item => new
                {
                    value = item.Value,
                    displayText = new { resourceName = item.DisplayText.ResourceName, name = item.DisplayText.Name }
                })
            };
        }

        return JsonSerializer.Serialize(json);
    }
}
