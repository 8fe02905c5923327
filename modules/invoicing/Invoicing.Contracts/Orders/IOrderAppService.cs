using System.ComponentModel.DataAnnotations;
using Invoicing.Credit;
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

    /// <summary>As <see cref="ConfirmAsync"/> though the customer's credit limit refuses it.</summary>
    Task ConfirmOverLimitAsync(Guid id, OverLimitDto input);

    /// <summary>Gives up an order of which nothing is invoiced.</summary>
    Task CancelAsync(Guid id);

    /// <summary>Gives up what of a partly invoiced order is not invoiced yet.</summary>
    Task CloseAsync(Guid id);

    /// <summary>Makes a draft invoice of all that is left to invoice of a confirmed order.</summary>
    /// <returns>The invoice's id.</returns>
    Task<Guid> CreateInvoiceAsync(Guid id);

    /// <summary>Makes a draft invoice of a part of a confirmed order.</summary>
    /// <returns>The invoice's id.</returns>
    Task<Guid> CreatePartInvoiceAsync(Guid id, PartInvoiceDto input);
}

public class PartInvoiceDto
{
    [MaxLength(DocumentConsts.MaxLines)]
    public List<PartInvoiceLineDto> Lines { get; set; } = [];
}

public class PartInvoiceLineDto
{
    /// <summary>The order line's place, from 1.</summary>
    public int Ordinal { get; set; }

    /// <summary>In the line's unit; 0 leaves the line out.</summary>
    public decimal Quantity { get; set; }
}
