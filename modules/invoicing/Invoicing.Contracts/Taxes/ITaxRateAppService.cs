using Volo.Abp.Application.Services;

namespace Invoicing.Taxes;

/// <summary>The usual tax on sales, by day. A rate holds from its day until the next one.</summary>
public interface ITaxRateAppService : IApplicationService
{
    /// <returns>The newest, at most 100.</returns>
    Task<List<TaxRateDto>> GetListAsync();

    /// <summary>Writes the rate from a day on, in place of the one that stood there. Documents that are written already keep theirs.</summary>
    Task SetAsync(SetTaxRateDto input);
}

/// <param name="Percent">0 to 100.</param>
public record TaxRateDto(Guid Id, DateOnly From, decimal Percent);

public class SetTaxRateDto
{
    public DateOnly From { get; set; }

    /// <summary>0 to 100.</summary>
    public decimal Percent { get; set; }
}
