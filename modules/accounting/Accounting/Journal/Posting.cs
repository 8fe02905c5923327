using Kernel.Monetary;

namespace Accounting.Journal;

/// <summary>One side of a journal entry that is about to be posted.</summary>
/// <param name="PartyId">Whose receivable it is, on the receivables account only.</param>
public record Posting(Guid AccountId, Money Debit, Money Credit, Guid? PartyId)
{
    public static Posting ToDebit(Guid accountId, Money amount, Guid? partyId = null) =>
        new(accountId, amount, Money.Zero(amount.Currency), partyId);

    public static Posting ToCredit(Guid accountId, Money amount, Guid? partyId = null) =>
        new(accountId, Money.Zero(amount.Currency), amount, partyId);
}
