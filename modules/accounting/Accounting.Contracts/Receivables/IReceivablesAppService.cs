using Kernel.Monetary;
using Volo.Abp.Application.Services;

namespace Accounting.Receivables;

/// <summary>Who owes how much since when; what happened on a party's account; and the proof that both say the same.</summary>
public interface IReceivablesAppService : IApplicationService
{
    /// <returns>Parties with anything open, by name, one row for each currency; page after page.</returns>
    Task<AgeingPage> GetAgeingAsync(AgeingInput input);

    /// <returns>The sums over all parties.</returns>
    Task<AgeingTotals> GetTotalsAsync(AgeingTotalsInput input);

    /// <summary>A party's account between two days with the balance after each movement, in one currency.</summary>
    Task<StatementDto> GetStatementAsync(StatementInput input);

    /// <returns>The party's balance twice: from the journal and from its open documents; a row for each currency.</returns>
    Task<List<BalanceProof>> GetProofAsync(Guid partyId);
}

public class AgeingTotalsInput
{
    /// <summary>The day from which overdue days count; the reader's when left out.</summary>
    public DateOnly? AsOf { get; set; }
}

public class AgeingInput : AgeingTotalsInput
{
    /// <summary>Part of the party's name or number.</summary>
    public string? Text { get; set; }

    public Guid? OwnerId { get; set; }

    /// <summary>Only parties with something overdue.</summary>
    public bool Overdue { get; set; }

    /// <summary>With <see cref="AfterId"/>: the last party of the page before.</summary>
    public string? AfterKey { get; set; }
    public Guid? AfterId { get; set; }

    /// <summary>Parties, 1 to 200.</summary>
    public int Max { get; set; } = 50;
}

/// <summary>Open amounts by how many days they are overdue, in the currency's smallest unit.</summary>
/// <param name="Current">Not due yet.</param>
/// <param name="Credit">Received but not allocated, or credited beyond what was open; positive.</param>
public record Ageing(string Currency, long Current, long Days30, long Days60, long Days90, long Older, long Credit)
{
    public long Overdue => Days30 + Days60 + Days90 + Older;

    /// <summary>What the party owes in all; equals its balance in the ledger.</summary>
    public long Balance => Current + Overdue - Credit;

    public Money Money(long amount) => new(amount, Currency);

    public static Ageing None(string currency) => new(currency, 0, 0, 0, 0, 0, 0);

    /// <summary>The same in another currency.</summary>
    public Ageing In(string currency, Func<long, long> convert) =>
        new(currency, convert(Current), convert(Days30), convert(Days60), convert(Days90), convert(Older), convert(Credit));

    public static Ageing operator +(Ageing one, Ageing other) => new(
        (one.Money(0) + other.Money(0)).Currency, // refused for two currencies
        one.Current + other.Current, one.Days30 + other.Days30, one.Days60 + other.Days60, one.Days90 + other.Days90, one.Older + other.Older, one.Credit + other.Credit);
}

/// <param name="Rows">One for each currency.</param>
/// <param name="InBase">Their sum in the base currency, by the rates of the day; null when one is missing.</param>
public record AgeingTotals(IReadOnlyList<Ageing> Rows, Ageing? InBase);

public record AgeingRow(Guid PartyId, string PartyName, string PartyNumber, string SortKey, Ageing Ageing);

public record AgeingPage(IReadOnlyList<AgeingRow> Rows, bool HasMore);

public class StatementInput
{
    public Guid PartyId { get; set; }

    /// <summary>The currency last moved in when left out.</summary>
    public string? Currency { get; set; }

    public DateOnly From { get; set; }
    public DateOnly To { get; set; }
}

/// <param name="Currencies">All that the account ever moved in.</param>
/// <param name="IsCut">There were more movements than fit: choose a shorter time.</param>
/// <param name="BaseOpening">In the base currency, by the rates at which it was posted.</param>
public record StatementDto(
    Guid PartyId, string PartyName, string PartyNumber, DateOnly From, DateOnly To, string Currency, IReadOnlyList<string> Currencies,
    Money Opening, IReadOnlyList<StatementLine> Lines, Money Closing, bool IsCut, Money BaseOpening, Money BaseClosing)
{
    public bool IsForeign => Currency != BaseClosing.Currency;
}

/// <param name="Balance">After the movement; positive: the party owes us.</param>
/// <param name="BaseBalance">The same in the base currency; it also moves by differences of exchange.</param>
public record StatementLine(
    DateOnly Date, Journal.JournalSource Source, Guid SourceId, string Reference, Guid EntryId, Money Debit, Money Credit, Money Balance, Money BaseBalance);

/// <param name="Ledger">Sum over the receivables account in the journal.</param>
/// <param name="Documents">Open invoices less what was received and not allocated.</param>
/// <param name="Base"><paramref name="Ledger"/> in the base currency, by the rates at which it was posted.</param>
/// <param name="Sql">The query that gave <paramref name="Ledger"/>.</param>
public record BalanceProof(Money Ledger, Money Documents, Money Base, string Sql)
{
    public bool IsEqual => Ledger == Documents;
}
