using Invoicing.Localization;
using Invoicing.Permissions;
using Kernel.Auditing;
using Microsoft.Extensions.Localization;
using Volo.Abp.Authorization.Permissions;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.Linq;

namespace Invoicing.Documents;

public class SalesDocumentRecordSource(
    IReadOnlyRepository<SalesDocument, Guid> documents, IAsyncQueryableExecuter executer, IPermissionChecker permissions, IStringLocalizer<InvoicingResource> texts)
    : IRecordSource, ITransientDependency
{
    public virtual async Task<IReadOnlyList<RecordName>> GetAsync(IReadOnlyCollection<Guid> ids)
    {
        var kinds = new List<DocumentKind>();
        foreach (var kind in DocumentUrls.Kinds)
        {
            if (await permissions.IsGrantedAsync(InvoicingPermissions.ToRead(kind))) { kinds.Add(kind); }
        }
        if (kinds.Count == 0) { return []; }
        var found = await executer.ToListAsync((await documents.GetQueryableAsync())
            .Where(document => ids.Contains(document.Id) && kinds.Contains(document.Kind)).Select(document => new { document.Id, document.Kind, document.Number }));
        return found.ConvertAll(document => new RecordName(
            document.Id, $"{texts["Kind:" + document.Kind]} {document.Number}".Trim(), DocumentUrls.Details(document.Kind, document.Id)));
    }
}
