using System.ComponentModel.DataAnnotations;
using Accounting.Cheques;
using Kernel.Monetary;
using Kernel.Rights;
using Volo.Abp.Application.Services;

namespace Accounting.Receipts;

public interface IReceiptAppService : IApplicationService
{
    Task<ReceiptPage> GetListAsync(ReceiptListInput input);

    Task<ReceiptDto> GetAsync(Guid id);

    /// <summary>As <see cref="GetAsync"/> with masked amounts uncovered, which is written in the read ledger first.</summary>
    Task<ReceiptDto> RevealAsync(Guid id);

    /// <summary>Takes money from a party, posts it, and allocates it to invoices. What is not allocated stays the party's credit.</summary>
    Task<Guid> CreateAsync(CreateReceiptDto input);

    /// <summary>Allocates what is left of a receipt.</summary>
    Task AllocateAsync(Guid id, List<ReceiptAllocationInput> allocations);

    /// <summary>Undoes a receipt: its invoices are open again and a reversing entry is posted.</summary>
    Task ReverseAsync(Guid id);
}

public enum ReceiptMethod
{
    Cash = 1,
    Card = 2,
    Transfer = 3,

    /// <summary>The receipt brings a cheque, which goes its own way from there.</summary>
    Cheque = 4,
}

public enum ReceiptState
{
    Posted = 1,
    Reversed = 2,
}

public static class ReceiptConsts
{
    public const int MaxNumberLength = 32;
    public const int MaxNoteLength = 500;
    public const int MaxSearchKeyLength = 128;
}

public class CreateReceiptDto
{
    public Guid PartyId { get; set; }
    public DateOnly Date { get; set; }
    public ReceiptMethod Method { get; set; } = ReceiptMethod.Transfer;

    /// <summary>In the currency's major unit.</summary>
    public decimal Amount { get; set; }

    [Required, StringLength(3, MinimumLength = 3)]
    public string Currency { get; set; } = "IRR";

    /// <summary>Where the money arrived; null: cash for cash, else bank.</summary>
    public Guid? AccountId { get; set; }

    [StringLength(ReceiptConsts.MaxNoteLength)]
    public string? Note { get; set; }

    /// <summary>Of the account that a transfer came from, typed in any way; not read with other methods.</summary>
    [StringLength(40)]
    public string? Iban { get; set; }

    /// <summary>With <see cref="ReceiptMethod.Cheque"/>.</summary>
    public ChequeInput? Cheque { get; set; }

    public List<ReceiptAllocationInput> Allocations { get; set; } = [];
}

public class ReceiptAllocationInput
{
    public Guid InvoiceId { get; set; }

    /// <summary>In the currency's major unit.</summary>
    public decimal Amount { get; set; }
}

public class ReceiptListInput
{
    public Guid? PartyId { get; set; }

    /// <summary>Part of a number or of the party's name.</summary>
    public string? Text { get; set; }

    public DateOnly? AfterDate { get; set; }
    public Guid? AfterId { get; set; }
    public int Max { get; set; } = 50;
}

public record ReceiptPage(IReadOnlyList<ReceiptRow> Rows, bool HasMore);

/// <param name="Amount">Null, as <paramref name="Unallocated"/>, when amounts are withheld from the reader.</param>
public record ReceiptRow(
    Guid Id, string Number, DateOnly Date, Guid PartyId, string PartyName, ReceiptMethod Method, ReceiptState State,
    Money? Amount, Money? Unallocated);

/// <param name="Amounts">What the reader may do with the amounts; where he does not see them they are null.</param>
/// <param name="ChequeId">The cheque that it brought.</param>
/// <param name="Refunds">What of it was paid back, as far as the reader may see refunds and it still stands.</param>
public record ReceiptDto(
    Guid Id, string Number, DateOnly Date, Guid PartyId, string PartyName, ReceiptMethod Method, ReceiptState State,
    string AccountName, string? Iban, FieldAccess Amounts, Money? Amount, Money? Unallocated, string? Note, Guid EntryId,
    IReadOnlyList<ReceiptAllocationDto> Allocations, Guid? ChequeId, IReadOnlyList<ReceiptRefundDto> Refunds);

public record ReceiptAllocationDto(Guid InvoiceId, string InvoiceNumber, Money? Amount);

public record ReceiptRefundDto(Guid RefundId, string Number, DateOnly Date, Money? Amount);
