using System.ComponentModel.DataAnnotations;
using Kernel.Monetary;
using Volo.Abp.Application.Services;

namespace Crm.Reports;

/// <summary>How selling goes: what changed lately, how fast money comes in, who keeps to the way, and how the quota stands.</summary>
public interface ISellingProcessAppService : IApplicationService
{
    /// <summary>What became of opportunities since a day, by kind of change and currency.</summary>
    Task<List<PipelineChangeRow>> GetChangesAsync(DateOnly since);

    /// <summary>For each currency, from what was closed in the window and is open now.</summary>
    Task<List<VelocityRow>> GetVelocityAsync(ProcessInput input);

    /// <summary>By seller, of the moves in the window; who has moved most first.</summary>
    Task<List<ConformanceRow>> GetConformanceAsync(ProcessInput input);

    /// <summary>How soon leads that were handed over in the window were answered, by owner, in working time.</summary>
    Task<List<AnswerTimeRow>> GetAnswerTimesAsync(ProcessInput input);

    /// <summary>Quotas of a month beside what is won and what is to be expected in it.</summary>
    Task<List<QuotaRow>> GetQuotasAsync(MonthInput input);

    /// <summary>The quotas that are set for a month, without what became of them; the one for all together first.</summary>
    Task<List<SetQuotaDto>> GetSetQuotasAsync(DateOnly month);

    /// <summary>Of those named; a zero takes the quota away. What was changed since it was read (<see cref="SetQuotaDto.Was"/>) is refused.</summary>
    Task SetQuotasAsync(SetQuotasDto input);

    /// <summary>From one month to another, for whoever has none there yet.</summary>
    /// <returns>How many it were.</returns>
    Task<int> CopyQuotasAsync(CopyQuotasDto input);
}

public class ProcessInput
{
    [Required]
    public DateOnly? From { get; set; }

    /// <summary>The first day after the window.</summary>
    [Required]
    public DateOnly? Before { get; set; }
}

public class MonthInput : ProcessInput;

public class SetQuotasDto
{
    /// <summary>The first day of the month.</summary>
    [Required]
    public DateOnly? Month { get; set; }

    [MaxLength(500)]
    public List<SetQuotaDto> Quotas { get; set; } = [];
}

public class CopyQuotasDto
{
    /// <summary>The first day of the month to copy from.</summary>
    [Required]
    public DateOnly? From { get; set; }

    [Required]
    public DateOnly? To { get; set; }
}

public class SetQuotaDto
{
    /// <summary>Nobody for all together.</summary>
    public Guid? OwnerId { get; set; }

    /// <summary>In major units; nothing is zero.</summary>
    [Range(0, 1e15)]
    public decimal? Amount { get; set; }

    [Required, StringLength(Currencies.CodeLength, MinimumLength = Currencies.CodeLength)]
    public string Currency { get; set; } = Currencies.Rial;

    /// <summary>
    /// What there was when it was read, as <c>AMOUNT CURRENCY</c> in minor units; empty for no quota. One that is sent as it was changes
    /// nothing. Left out, whatever there is by now is changed.
    /// </summary>
    [StringLength(MaxWasLength)]
    public string? Was { get; set; }

    public const int MaxWasLength = 24;
}

public enum PipelineChange { Opened = 1, Advanced = 2, WentBack = 3, Won = 4, Lost = 5, Reopened = 6 }

/// <param name="Amount">What those opportunities are worth now.</param>
public record PipelineChangeRow(PipelineChange Change, int Count, Money Amount);

/// <param name="Rate">Won / (won + lost), a fraction.</param>
/// <param name="PerDay">open × mean × rate ÷ cycle; null when nothing was closed.</param>
public record VelocityRow(int Open, Money MeanWon, double Rate, double CycleDays, Money? PerDay);

/// <param name="Share">Moves without fault, a fraction; null without moves.</param>
public record ConformanceRow(Guid? UserId, string? Name, int Deals, int Moves, int Skipped, int Repeated, int TooLong, double? Share);

/// <param name="Waiting">Not answered yet; they count in no time.</param>
/// <param name="Mean">In working minutes, as <paramref name="Median"/> and <paramref name="NinetiethPercentile"/>; null where none was answered.</param>
/// <param name="Late">Answered after they were due, or still waiting then.</param>
public record AnswerTimeRow(Guid? UserId, string? Name, int Answered, int Waiting, int Late, double? Mean, double? Median, double? NinetiethPercentile);

/// <param name="Owner">Null for all together.</param>
/// <param name="Won">Closed in the month.</param>
/// <param name="Expected">Open and expected to close in the month: Σ amount × probability.</param>
public record QuotaRow(Guid? OwnerId, string? Owner, Money Quota, Money Won, Money Expected)
{
    /// <summary>Won, as a fraction of the quota.</summary>
    public double Reached => (double)Won.Amount / Quota.Amount;

    /// <summary>Won and expected, as a fraction of the quota.</summary>
    public double Outlook => (double)(Won.Amount + Expected.Amount) / Quota.Amount;
}
