using Kernel.Monetary;
using Volo.Abp.Application.Services;

namespace Accounting.Journal;

public interface IJournalAppService : IApplicationService
{
    Task<JournalPage> GetListAsync(JournalListInput input);

    Task<JournalEntryDto> GetAsync(Guid id);
}

/// <summary>What an entry was posted for.</summary>
public enum JournalSource
{
    Invoice = 1,
    CreditNote = 2,
    Receipt = 3,
    Reversal = 4,
    Cheque = 5,

    /// <summary>An invoice was paid at another rate than it was posted at.</summary>
    ExchangeDifference = 6,

    /// <summary>What is owed in a foreign currency was measured anew.</summary>
    Revaluation = 7,

    /// <summary>A customer was paid back.</summary>
    Refund = 8,
}

public class JournalListInput
{
    public Guid? AccountId { get; set; }
    public DateOnly? AfterDate { get; set; }
    public long? AfterNumber { get; set; }
    public int Max { get; set; } = 50;
}

public record JournalPage(IReadOnlyList<JournalEntryRow> Rows, bool HasMore);

/// <param name="Base">In the base currency; null for an entry that is older than that one.</param>
public record JournalEntryRow(
    Guid Id, long Number, DateOnly Date, JournalSource Source, string Reference, Money Amount, Money? Base, bool IsReversed);

/// <param name="SourceId">The document or receipt it was posted for, or the entry it reverses.</param>
/// <param name="Base">In the base currency; null, as in the lines, in an entry that is older than that one.</param>
public record JournalEntryDto(
    Guid Id, long Number, DateOnly Date, JournalSource Source, Guid SourceId, string Reference, Money Amount, Money? Base,
    Guid? ReversedById, IReadOnlyList<JournalLineDto> Lines);

public record JournalLineDto(
    Guid AccountId, string AccountCode, string AccountName, Guid? PartyId, string? PartyName, Money Debit, Money Credit, Money? Base);
