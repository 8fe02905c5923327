using Invoicing.EntityFrameworkCore;
using Invoicing.Localization;
using Invoicing.Permissions;
using Kernel.Searching;
using Kernel.Texts;
using Microsoft.Extensions.Localization;
using Parties.Parties;
using Volo.Abp.Authorization.Permissions;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.Linq;

namespace Invoicing.Documents;

/// <summary>Documents by a part of their number in the workspace's one search box. A text without a digit is no number and costs nothing.</summary>
public class SalesDocumentSearchSource(
    IReadOnlyRepository<SalesDocument, Guid> documents, IInvoicingPartyRows parties, IAsyncQueryableExecuter executer,
    IPermissionChecker permissions, IStringLocalizer<InvoicingResource> texts) : ISearchSource, ITransientDependency
{
    public virtual async Task<IReadOnlyList<SearchHit>> SearchAsync(string text, int max)
    {
        var key = PersianText.SearchKey(text);
        if (!key.Any(char.IsAsciiDigit)) { return []; }
        var kinds = new List<DocumentKind>();
        foreach (var kind in DocumentUrls.Kinds)
        {
            if (await permissions.IsGrantedAsync(InvoicingPermissions.ToRead(kind))) { kinds.Add(kind); }
        }
        if (kinds.Count == 0) { return []; }
        var found = await executer.ToListAsync(
            (from document in await documents.GetQueryableAsync()
             where kinds.Contains(document.Kind) && document.Number != null && document.SearchKey.Contains(key)
             join party in await parties.GetQueryableAsync() on document.PartyId equals party.Id into named
             from party in named.DefaultIfEmpty()
             orderby document.Date descending, document.Id descending
             select new { document.Id, document.Kind, document.Number, PartyName = party.Name }).Take(max));
        return found.ConvertAll(document => new SearchHit(
            texts["Kinds:" + document.Kind], Web.DocumentPageModel.IconOf(document.Kind), document.Number!, document.PartyName, DocumentUrls.Details(document.Kind, document.Id)));
    }
}
