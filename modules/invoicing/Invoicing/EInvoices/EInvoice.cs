using Invoicing.Invoices;
using Kernel.Monetary;
using Volo.Abp;
using Volo.Abp.Domain.Entities.Auditing;
using Volo.Abp.MultiTenancy;

namespace Invoicing.EInvoices;

/// <summary>The electronic invoice of an issued document: its tax id never changes, its state follows the tax authority.</summary>
public class EInvoice : FullAuditedAggregateRoot<Guid>, IMultiTenant
{
    public Guid? TenantId { get; private set; }
    public Guid DocumentId { get; private set; }

    /// <summary>The invoice at the beginning of the chain; the document itself when it is one.</summary>
    public Guid OriginalId { get; private set; }

    public string TaxId { get; private set; } = null!;
    public EInvoiceSubject Subject { get; private set; }

    /// <summary>The tax id of the one before it in the chain.</summary>
    public string? Corrects { get; private set; }

    public EInvoiceState State { get; private set; }
    public string? Reference { get; private set; }
    public string? Fault { get; private set; }

    /// <summary>In UTC.</summary>
    public DateTime? SentAt { get; private set; }

    public string Number { get; private set; } = null!;
    public DateOnly Date { get; private set; }
    public Guid PartyId { get; private set; }
    public Money Net { get; private set; }
    public Money Tax { get; private set; }
    public Money Total { get; private set; }

    private EInvoice() { } // EF Core

    /// <param name="before">The last one of the chain; null for an invoice, and for a credit note whose invoice has none.</param>
    public EInvoice(Guid id, InvoiceIssuedEvent issued, string taxId, EInvoiceSubject subject, EInvoice? before) : base(id)
    {
        (DocumentId, OriginalId) = (issued.DocumentId, before?.OriginalId ?? issued.SourceId ?? issued.DocumentId);
        (TaxId, Subject, Corrects, State) = (taxId, subject, before?.TaxId, EInvoiceState.Waiting);
        (Number, Date, PartyId, Net, Tax, Total) = (issued.Number, issued.Date, issued.PartyId, issued.Net, issued.Tax, issued.Total);
    }

    public TaxMessage ToMessage(string? buyerId) => new(TaxId, Subject, Corrects, Number, Date, buyerId, Net, Tax, Total);

    public void Sent(string reference, DateTime at) => (State, Reference, Fault, SentAt) = (EInvoiceState.Sent, reference, null, at);

    /// <summary>What the authority says of what was sent; undecided changes nothing.</summary>
    public void Judged(TaxVerdict verdict)
    {
        if (verdict.IsAccepted is { } accepted)
        {
            State = accepted ? EInvoiceState.Accepted : EInvoiceState.Rejected;
            Fault = accepted ? null : verdict.Fault is { Length: > EInvoiceConsts.MaxFaultLength } fault ? fault[..EInvoiceConsts.MaxFaultLength] : verdict.Fault;
        }
    }

    public void SendAgain()
    {
        if (State != EInvoiceState.Rejected)
        {
            throw new BusinessException(InvoicingErrorCodes.EInvoiceNotRejected).WithData("Number", Number);
        }
        (State, Reference) = (EInvoiceState.Waiting, null);
    }
}
