using Volo.Abp.Application.Services;

namespace Invoicing.Documents;

/// <summary>Reads documents of every kind; the reader needs the kind's permission.</summary>
public interface ISalesDocumentAppService : IApplicationService
{
    Task<SalesDocumentPage> GetListAsync(SalesDocumentListInput input);

    Task<SalesDocumentDto> GetAsync(Guid id);

    /// <summary>As <see cref="GetAsync"/> with masked amounts uncovered, which is written in the read ledger first.</summary>
    Task<SalesDocumentDto> RevealAsync(Guid id);
}
