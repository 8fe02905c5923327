using Kernel.Monetary;
using Volo.Abp;
using Volo.Abp.Domain.Entities.Auditing;
using Volo.Abp.MultiTenancy;

namespace Accounting.Rates;

/// <summary>What one unit of a currency is worth in the base currency from a day on, until the next rate.</summary>
public class ExchangeRate : FullAuditedAggregateRoot<Guid>, IMultiTenant
{
    public Guid? TenantId { get; private set; }
    public string Currency { get; private set; } = null!;
    public DateOnly Date { get; private set; }

    /// <summary>Major unit for major unit, eight decimals.</summary>
    public decimal Rate { get; private set; }

    private ExchangeRate() { } // EF Core

    public ExchangeRate(Guid id, string currency, string baseCurrency, DateOnly date, decimal rate) : base(id)
    {
        if (!Currencies.IsKnown(currency))
        {
            throw new BusinessException(AccountingErrorCodes.CurrencyUnknown).WithData("Currency", currency);
        }
        if (currency == baseCurrency)
        {
            throw new BusinessException(AccountingErrorCodes.RateOfBaseCurrency).WithData("Currency", currency);
        }
        (Currency, Date) = (currency, date);
        ChangeTo(rate);
    }

    public void ChangeTo(decimal rate)
    {
        Rate = decimal.Round(rate, 8, MidpointRounding.AwayFromZero);
        if (Rate <= 0)
        {
            throw new BusinessException(AccountingErrorCodes.RateNotPositive);
        }
    }
}
