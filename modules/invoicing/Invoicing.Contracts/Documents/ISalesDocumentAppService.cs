using Volo.Abp.Application.Services;

namespace Invoicing.Documents;

/// <summary>Reads documents of every kind; the reader needs the kind's permission.</summary>
public interface ISalesDocumentAppService : IApplicationService
{
    Task<SalesDocumentPage> GetListAsync(SalesDocumentListInput input);

    Task<SalesDocumentDto> GetAsync(Guid id);
}
