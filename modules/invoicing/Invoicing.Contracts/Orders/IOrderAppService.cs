using Invoicing.Documents;
using Volo.Abp.Application.Services;

namespace Invoicing.Orders;

public interface IOrderAppService : IApplicationService
{
    Task<Guid> CreateAsync(DraftDocumentDto input);
    Task UpdateAsync(Guid id, DraftDocumentDto input);
    Task DeleteAsync(Guid id);

    /// <summary>Gives it a number; from now on it no longer changes.</summary>
    Task ConfirmAsync(Guid id);
    Task CancelAsync(Guid id);

    /// <summary>Makes a draft invoice of a confirmed order.</summary>
    /// <returns>The invoice's id.</returns>
    Task<Guid> CreateInvoiceAsync(Guid id);
}
