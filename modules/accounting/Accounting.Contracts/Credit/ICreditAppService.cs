using System.ComponentModel.DataAnnotations;
using Kernel.Monetary;
using Parties.Parties;
using Volo.Abp.Application.Services;

namespace Accounting.Credit;

/// <summary>Credit limits of customers, the policies by which they are measured, and who let what pass.</summary>
public interface ICreditAppService : IApplicationService
{
    /// <summary>Customers with a limit, by name, page after page.</summary>
    Task<CreditPage> GetListAsync(CreditListInput input);

    Task<CreditDto> GetOfPartyAsync(Guid partyId);

    /// <summary>Gives a customer a limit, or changes it.</summary>
    Task SetLimitAsync(Guid partyId, SetCreditLimitDto input);

    /// <summary>From now on the customer has no limit.</summary>
    Task DeleteLimitAsync(Guid partyId);

    /// <returns>All, the default first, then by name.</returns>
    Task<List<CreditPolicyDto>> GetPoliciesAsync();

    Task<Guid> CreatePolicyAsync(CreditPolicyInput input);
    Task UpdatePolicyAsync(Guid id, CreditPolicyInput input);
}

public enum CreditAction
{
    /// <summary>The document passes, with words beforehand; it is noted.</summary>
    Warn = 1,

    /// <summary>The document is refused, unless somebody with the right lets it pass and says why.</summary>
    Refuse = 2,
}

public static class CreditPolicyConsts
{
    public const int MaxNameLength = 64;
}

public class CreditListInput
{
    /// <summary>Part of the customer's name or number.</summary>
    public string? Text { get; set; }

    /// <summary>With <see cref="AfterId"/>: the last row of the page before.</summary>
    public string? AfterKey { get; set; }
    public Guid? AfterId { get; set; }

    public int Max { get; set; } = 50;
}

public record CreditPage(IReadOnlyList<CreditRow> Rows, bool HasMore);

/// <param name="Exposure">In the limit's currency; null when a rate is missing.</param>
public record CreditRow(Guid PartyId, string PartyName, string PartyNumber, string SortKey, string Policy, Money Limit, Money? Exposure)
{
    public string Tone => CreditLights.Tone(Limit, Exposure);
}

/// <param name="Limit">Null: none.</param>
/// <param name="Policy">That holds for the customer.</param>
/// <param name="ChosenPolicyId">For him by name; null where his group or the default decides.</param>
/// <param name="Parts">Of the exposure, whether the policy counts them or not.</param>
/// <param name="Exposure">What the policy counts, in the limit's currency; null without a limit or when a rate is missing.</param>
/// <param name="Passes">The newest, at most 100.</param>
public record CreditDto(
    Guid PartyId, string PartyName, string PartyNumber, Money? Limit, CreditPolicyDto Policy, Guid? ChosenPolicyId, IReadOnlyList<CreditPartDto> Parts, Money? Exposure,
    IReadOnlyList<CreditPassDto> Passes);

public record CreditPartDto(CreditPart Part, Money Amount, bool Counts);

/// <summary>What a customer may stand for.</summary>
public enum CreditPart
{
    /// <summary>Quotes that were sent and are not answered.</summary>
    Quotes = 1,

    /// <summary>Confirmed orders, as far as they are neither delivered nor on an invoice.</summary>
    Orders = 2,

    /// <summary>What of orders was delivered and is on no invoice.</summary>
    Deliveries = 3,

    /// <summary>What of issued invoices is open, less credit, and draft invoices of orders.</summary>
    Invoices = 4,

    /// <summary>Payments that are not allocated yet; they lower the exposure.</summary>
    Unallocated = 5,

    /// <summary>Cheques that the bank has not paid yet.</summary>
    Cheques = 6,
}

/// <param name="Url">Where the document is shown.</param>
/// <param name="Reason">Null when it passed with a warning.</param>
/// <param name="At">In UTC.</param>
public record CreditPassDto(string Number, string Url, Money Amount, Money Exposure, Money Limit, string? Reason, DateTime At, Guid? ById);

/// <param name="Group">Of customers, for whom it holds unless another was chosen for one of them.</param>
public record CreditPolicyDto(
    Guid Id, string Name, bool IsDefault, string? Group, bool CountsQuotes, bool CountsOrders, bool CountsDeliveries, bool CountsCheques, CreditAction Action);

/// <summary>Open invoices and credit always count.</summary>
public class CreditPolicyInput
{
    [Required, StringLength(CreditPolicyConsts.MaxNameLength)]
    public string Name { get; set; } = null!;

    /// <summary>Of customers, for whom it holds; null for none. The default has none.</summary>
    [StringLength(PartyConsts.MaxGroupLength)]
    public string? Group { get; set; }

    public bool CountsQuotes { get; set; }
    public bool CountsOrders { get; set; } = true;
    public bool CountsDeliveries { get; set; } = true;
    public bool CountsCheques { get; set; } = true;
    public CreditAction Action { get; set; } = CreditAction.Refuse;
}

public class SetCreditLimitDto
{
    /// <summary>In the currency's major unit; zero or more.</summary>
    public decimal Limit { get; set; }

    [Required, StringLength(3, MinimumLength = 3)]
    public string Currency { get; set; } = "IRR";

    /// <summary>Null for that of the customer's group, else the default.</summary>
    public Guid? PolicyId { get; set; }
}

public static class CreditLights
{
    /// <returns>good, warn (from 80 %), bad (over the limit) or neutral (not known).</returns>
    public static string Tone(Money limit, Money? exposure) =>
        exposure is not { } owed ? "neutral" : owed > limit ? "bad" : owed.Amount > limit.Amount * 0.8m ? "warn" : "good";
}
