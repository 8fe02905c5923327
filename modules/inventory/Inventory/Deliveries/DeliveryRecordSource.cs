using Kernel.Auditing;
using Microsoft.Extensions.Localization;
using Volo.Abp.Authorization.Permissions;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.Linq;

namespace Inventory.Deliveries;

public class DeliveryRecordSource(
    IReadOnlyRepository<DeliveryNote, Guid> notes, IAsyncQueryableExecuter executer, IPermissionChecker permissions, IStringLocalizer<InventoryResource> texts)
    : IRecordSource, ITransientDependency
{
    public virtual async Task<IReadOnlyList<RecordName>> GetAsync(IReadOnlyCollection<Guid> ids) =>
        !await permissions.IsGrantedAsync(InventoryPermissions.Deliveries.Default) ? []
            : (await executer.ToListAsync((await notes.GetQueryableAsync())
                .Where(note => ids.Contains(note.Id)).Select(note => new { note.Id, note.Kind, note.Number })))
            .ConvertAll(note => new RecordName(note.Id, $"{texts["DeliveryNote:" + note.Kind]} {note.Number}", DeliveryUrls.Details(note.Id)));
}
