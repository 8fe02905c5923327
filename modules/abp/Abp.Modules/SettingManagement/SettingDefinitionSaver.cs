using Volo.Abp.Definitions;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.Guids;
using Volo.Abp.Settings;
using Volo.Abp.Uow;

namespace Volo.Abp.SettingManagement;

/// <summary>Writes the application's settings to the database, where other applications read them.</summary>
public interface IStaticSettingSaver
{
    Task SaveAsync();
}

internal class SettingDefinitionSaver(
    ISettingDefinitionManager definitions, IRepository<SettingDefinitionRecord, Guid> settings, IGuidGenerator guids,
    IUnitOfWorkManager unitOfWorkManager) : IStaticSettingSaver
{
    public async Task SaveAsync()
    {
        var defined = await definitions.GetAllAsync();
        using var unitOfWork = unitOfWorkManager.Begin(requiresNew: true);
        await DefinitionRecords.SaveAsync(settings, defined.Select(RecordOf), record => record.Name);
        await unitOfWork.CompleteAsync();
    }

    private SettingDefinitionRecord RecordOf(SettingDefinition setting) => new(
        guids.Create(), setting.Name, DefinitionText.Of(setting.DisplayName), DefinitionText.Of(setting.Description), setting.DefaultValue,
        setting.IsVisibleToClients, DefinitionText.Of(setting.Providers), setting.IsInherited, setting.IsEncrypted);
}
