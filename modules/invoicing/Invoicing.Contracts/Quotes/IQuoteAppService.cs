using Invoicing.Documents;
using Volo.Abp.Application.Services;

namespace Invoicing.Quotes;

public interface IQuoteAppService : IApplicationService
{
    Task<Guid> CreateAsync(DraftDocumentDto input);
    Task UpdateAsync(Guid id, DraftDocumentDto input);
    Task DeleteAsync(Guid id);

    /// <summary>Gives it a number; from now on it no longer changes.</summary>
    Task SendAsync(Guid id);
    Task AcceptAsync(Guid id);
    Task DeclineAsync(Guid id);

    /// <summary>Makes a draft order of an accepted quote.</summary>
    /// <returns>The order's id.</returns>
    Task<Guid> CreateOrderAsync(Guid id);
}
