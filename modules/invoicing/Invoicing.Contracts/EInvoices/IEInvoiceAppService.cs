using Volo.Abp.Application.Services;

namespace Invoicing.EInvoices;

/// <summary>Electronic invoices of the Iranian tax system. They come by themselves when an invoice or credit note is issued.</summary>
public interface IEInvoiceAppService : IApplicationService
{
    /// <returns>The chain that the document belongs to, the original first; empty where none is made.</returns>
    Task<List<EInvoiceDto>> GetChainAsync(Guid documentId);

    /// <summary>Sends a rejected one again, under the same tax id.</summary>
    Task ResendAsync(Guid documentId);
}
