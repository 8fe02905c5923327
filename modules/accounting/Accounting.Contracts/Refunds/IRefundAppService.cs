using System.ComponentModel.DataAnnotations;
using Kernel.Monetary;
using Volo.Abp.Application.Services;

namespace Accounting.Refunds;

/// <summary>Money paid back to customers: of what they paid and that is not allocated, and of what was credited on invoices that they had paid.</summary>
public interface IRefundAppService : IApplicationService
{
    Task<RefundPage> GetListAsync(RefundListInput input);

    Task<RefundDto> GetAsync(Guid id);

    /// <returns>What can be paid back to a party, the oldest first; at most 200 of each kind.</returns>
    Task<List<PartyCreditDto>> GetCreditsAsync(Guid partyId);

    /// <summary>Pays a party back and posts it.</summary>
    Task<Guid> CreateAsync(CreateRefundDto input);

    /// <summary>Undoes a refund: what it paid back is the party's credit again, and a reversing entry is posted.</summary>
    Task ReverseAsync(Guid id);
}

public enum RefundMethod
{
    Cash = 1,
    Card = 2,
    Transfer = 3,
}

public enum RefundState
{
    Posted = 1,
    Reversed = 2,
}

public static class RefundConsts
{
    public const int MaxNumberLength = 32;
    public const int MaxNoteLength = 500;
    public const int MaxSearchKeyLength = 128;
}

public class CreateRefundDto
{
    public Guid PartyId { get; set; }
    public DateOnly Date { get; set; }
    public RefundMethod Method { get; set; } = RefundMethod.Transfer;

    [Required, StringLength(3, MinimumLength = 3)]
    public string Currency { get; set; } = "IRR";

    /// <summary>Where the money is taken from; null: cash for cash, else bank.</summary>
    public Guid? AccountId { get; set; }

    /// <summary>Of the payee's account, typed in any way; for a transfer, and not read with other methods.</summary>
    [StringLength(40)]
    public string? Iban { get; set; }

    [StringLength(RefundConsts.MaxNoteLength)]
    public string? Note { get; set; }

    public List<RefundPartInput> Parts { get; set; } = [];
}

/// <summary>Exactly one of receipt and invoice is given.</summary>
public class RefundPartInput
{
    public Guid? ReceiptId { get; set; }

    /// <summary>One of which more was credited than was open.</summary>
    public Guid? InvoiceId { get; set; }

    /// <summary>In the currency's major unit.</summary>
    public decimal Amount { get; set; }
}

public class RefundListInput
{
    public Guid? PartyId { get; set; }

    /// <summary>Part of a number or of the party's name.</summary>
    public string? Text { get; set; }

    public DateOnly? AfterDate { get; set; }
    public Guid? AfterId { get; set; }
    public int Max { get; set; } = 50;
}

public record RefundPage(IReadOnlyList<RefundRow> Rows, bool HasMore);

/// <param name="Amount">Null when amounts are withheld from the reader.</param>
public record RefundRow(
    Guid Id, string Number, DateOnly Date, Guid PartyId, string PartyName, RefundMethod Method, RefundState State, Money? Amount);

/// <param name="Amount">Null, as <paramref name="Iban"/>, when amounts are withheld from the reader.</param>
public record RefundDto(
    Guid Id, string Number, DateOnly Date, Guid PartyId, string PartyName, RefundMethod Method, RefundState State,
    string AccountName, Money? Amount, string? Iban, string? Note, Guid EntryId, IReadOnlyList<RefundPartDto> Parts);

/// <param name="Number">The receipt's or the invoice's.</param>
/// <param name="CreditNotes">Of the invoice, those that the reader may see.</param>
public record RefundPartDto(Guid? ReceiptId, Guid? InvoiceId, string Number, Money? Amount, IReadOnlyList<RefundCreditNoteDto> CreditNotes);

public record RefundCreditNoteDto(Guid Id, string Number, DateOnly Date);

/// <summary>What a party has to its credit, on a receipt or on an invoice.</summary>
/// <param name="Left">What of it can still be paid back.</param>
public record PartyCreditDto(Guid? ReceiptId, Guid? InvoiceId, string Number, DateOnly Date, Money Left);
