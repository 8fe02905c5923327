using Accounting.Rates;
using Kernel.Monetary;

namespace Accounting.Journal;

/// <summary>One side of a journal entry that is about to be posted.</summary>
/// <param name="PartyId">Whose receivable it is, on the receivables account only.</param>
/// <param name="Base">What it is worth in the base currency, negative for a credit; null: not measured yet, or in the base currency anyway.</param>
public record Posting(Guid AccountId, Money Debit, Money Credit, Guid? PartyId, Money? Base = null)
{
    /// <summary>What it moves in its own currency, negative for a credit.</summary>
    public Money Amount => Debit - Credit;

    public static Posting ToDebit(Guid accountId, Money amount, Guid? partyId = null, Money? worth = null) =>
        new(accountId, amount, Money.Zero(amount.Currency), partyId, worth);

    public static Posting ToCredit(Guid accountId, Money amount, Guid? partyId = null, Money? worth = null) =>
        new(accountId, Money.Zero(amount.Currency), amount, partyId, -worth);

    /// <summary>Moves nothing in its currency: only what that is worth in the base currency is another.</summary>
    /// <param name="worth">Negative to credit.</param>
    public static Posting ToWorth(Guid accountId, string currency, Money worth, Guid? partyId = null) =>
        new(accountId, Money.Zero(currency), Money.Zero(currency), partyId, worth);
}

public static class Postings
{
    /// <summary>
    /// Measures what is not measured yet. Each line rounds for itself; what that leaves over goes to the largest of them that is
    /// nobody's receivable, so that the entry balances in the base currency too.
    /// </summary>
    public static IReadOnlyList<Posting> MeasuredBy(this IReadOnlyList<Posting> postings, Conversion conversion)
    {
        var measured = postings.Select(posting => posting with { Base = posting.Base ?? conversion.Of(posting.Amount) }).ToList();
        var residue = measured.Sum(conversion.To, posting => posting.Base!.Value);
        if (!residue.IsZero && Rounded() is { } place)
        {
            measured[place] = measured[place] with { Base = measured[place].Base - residue };
        }
        return measured;

        int? Rounded() => Enumerable.Range(0, measured.Count)
            .Where(i => postings[i] is { Base: null, PartyId: null })
            .OrderByDescending(i => measured[i].Amount.Abs())
            .Select(i => (int?)i)
            .FirstOrDefault();
    }
}
