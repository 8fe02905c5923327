using System.ComponentModel.DataAnnotations;
using Volo.Abp.Application.Services;

namespace Accounting.Rates;

/// <summary>What foreign currencies were worth, day by day. A rate holds from its day until the next one.</summary>
public interface IExchangeRateAppService : IApplicationService
{
    /// <summary>The newest first, page after page.</summary>
    Task<ExchangeRatePage> GetListAsync(ExchangeRateListInput input);

    /// <summary>Writes the rate of a currency on a day, in place of the one that stood there.</summary>
    Task SetAsync(SetExchangeRateDto input);
}

public class ExchangeRateListInput
{
    public string? Currency { get; set; }

    /// <summary>With <see cref="AfterId"/>: the last row of the page before.</summary>
    public DateOnly? AfterDate { get; set; }
    public Guid? AfterId { get; set; }

    public int Max { get; set; } = 50;
}

public record ExchangeRatePage(IReadOnlyList<ExchangeRateRow> Rows, bool HasMore);

/// <param name="Rate">Units of the base currency for one unit of <paramref name="Currency"/>, both major.</param>
public record ExchangeRateRow(Guid Id, string Currency, DateOnly Date, decimal Rate);

public class SetExchangeRateDto
{
    [Required, StringLength(3, MinimumLength = 3)]
    public string Currency { get; set; } = null!;

    public DateOnly Date { get; set; }

    /// <summary>Units of the base currency for one unit of the currency, both major; above zero.</summary>
    public decimal Rate { get; set; }
}
