using System.ComponentModel.DataAnnotations;
using Kernel.Monetary;
using Volo.Abp.Application.Services;

namespace Crm.Reports;

/// <summary>Why and where opportunities are won and lost, and what is to be expected. Each report is one statement.</summary>
public interface IWinLossAppService : IApplicationService
{
    /// <summary>Those closed in the window, by one dimension; the largest first.</summary>
    Task<List<WinLossRow>> GetListAsync(WinLossInput input);

    /// <summary>Those opened in the window: the share won by age, with open ones counted for as long as they are open.</summary>
    Task<List<WonByAgeDto>> GetWonByAgeAsync(WinLossInput input);

    /// <summary>Open opportunities by the month (first day, in the reader's calendar or another one) they are expected to close in.</summary>
    Task<List<ForecastRow>> GetForecastAsync(ForecastInput input);
}

public enum WinLossBy
{
    Seller = 1,
    Product = 2,
    Source = 3,
    Competitor = 4,
    Reason = 5,
    Stage = 6,
    Pipeline = 7,
    Customer = 8,

    /// <summary>All together.</summary>
    Nothing = 9,

    /// <summary>The day of closing, for a chart that folds days into months or quarters of its calendar.</summary>
    ClosedOn = 10
}

public class WinLossInput
{
    [EnumDataType(typeof(WinLossBy))]
    public WinLossBy By { get; set; } = WinLossBy.Nothing;

    public DateOnly? From { get; set; }

    /// <summary>The first day after the window.</summary>
    public DateOnly? Before { get; set; }

    /// <summary>Today for the age of open ones; the day in UTC when left out.</summary>
    public DateOnly? Today { get; set; }
}

/// <param name="Key">Of a party, choice, stage, pipeline or user; null for those without one.</param>
/// <param name="Name">In the reader's language; null for those without one.</param>
/// <param name="Rate">Won / (won + lost), a fraction; with <paramref name="Low"/> and <paramref name="High"/> of its Wilson interval, 95 %.</param>
/// <param name="Value">Amounts won, one for each currency.</param>
/// <param name="CycleDays">Mean days from opening to closing.</param>
/// <param name="WonCycleDays">The same of the won ones.</param>
public record WinLossRow(
    Guid? Key, string? Name, DateOnly? Day, int Won, int Lost, double? Rate, double? Low, double? High, IReadOnlyList<Money> Value, double? CycleDays, double? WonCycleDays)
{
    public int Closed => Won + Lost;
}

/// <param name="Share">Won within so many days, as a fraction of all that were opened.</param>
public record WonByAgeDto(int Days, double Share);

public class ForecastInput
{
    /// <summary>The first days of months, in order; the last one ends the last month.</summary>
    [MinLength(2), MaxLength(25)]
    public List<DateOnly> Months { get; set; } = [];
}

/// <param name="Month">Its first day; null for what has no expected close or lies outside all months.</param>
/// <param name="Weighted">Σ amount × probability.</param>
/// <param name="Spread">Standard deviation of the weighted amount, if opportunities are won independently.</param>
public record ForecastRow(DateOnly? Month, int Count, Money Amount, Money Weighted, Money Spread);
