using Invoicing.Documents;
using Kernel.Monetary;

namespace Invoicing.Credit;

/// <summary>
/// Asked before an order, delivery or invoice counts by which a customer comes to owe more; whoever keeps credit limits implements it. A class
/// that implements it ends its name in <c>CreditGate</c>, else it is not found.
/// </summary>
public interface ICreditGate
{
    /// <summary>Lets the document pass in the caller's unit of work, and notes it where a limit was passed.</summary>
    /// <exception cref="Volo.Abp.BusinessException">The customer's limit refuses it.</exception>
    /// <exception cref="Volo.Abp.Authorization.AbpAuthorizationException">A reason was given by somebody who may not go over limits.</exception>
    Task PassAsync(CreditQuestion question);

    /// <summary>What would come of it. Changes nothing.</summary>
    /// <returns>Null when the document does not touch a limit, or the reader does not see what customers owe.</returns>
    Task<CreditAnswer?> GetAnswerAsync(CreditQuestion question);
}

/// <param name="Amount">With tax.</param>
/// <param name="IsDelivery">Goods of the order go out; the amount is theirs.</param>
/// <param name="Reason">Why it shall pass though the limit refuses; null when nobody says so.</param>
public record CreditQuestion(Guid PartyId, DocumentKind Kind, Guid DocumentId, string? Number, DateOnly Date, Money Amount, string? Reason = null, bool IsDelivery = false);

/// <param name="Exposure">What the customer stands for already, in the limit's currency.</param>
/// <param name="With">The same with this document.</param>
/// <param name="MayOverride">The reader may let it pass though the limit refuses.</param>
public record CreditAnswer(Money Limit, Money Exposure, Money With, bool Refuses, bool MayOverride)
{
    public bool IsOver => With > Limit;
}

public static class CreditConsts
{
    public const int MaxReasonLength = 300;
}
