using Accounting.Settings;
using Kernel.Monetary;
using Volo.Abp;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.Linq;
using Volo.Abp.Settings;

namespace Accounting.Rates;

/// <summary>Measures amounts in another currency by the rates of a day.</summary>
public class ExchangeRates(IReadOnlyRepository<ExchangeRate, Guid> rates, IAsyncQueryableExecuter executer, ISettingProvider settings) : ITransientDependency
{
    public async Task<string> GetBaseCurrencyAsync() => await settings.GetOrNullAsync(AccountingSettings.BaseCurrency) ?? Currencies.Rial;

    /// <summary>Rounded half away from zero to the smallest unit; from one foreign currency to another by way of the base currency.</summary>
    /// <exception cref="BusinessException">There is no rate on that day or before it.</exception>
    public async Task<Money> ConvertAsync(Money amount, string currency, DateOnly on) => await TryConvertAsync(amount, currency, on)
        ?? throw new BusinessException(AccountingErrorCodes.RateMissing)
            .WithData("Currency", amount.Currency == await GetBaseCurrencyAsync() ? currency : amount.Currency).WithData("Date", on);

    /// <summary>From a currency into the base currency by the rate of a day.</summary>
    /// <exception cref="BusinessException">There is no rate on that day or before it.</exception>
    public async Task<Conversion> GetConversionAsync(string currency, DateOnly on) => await TryGetConversionAsync(currency, on)
        ?? throw new BusinessException(AccountingErrorCodes.RateMissing).WithData("Currency", currency).WithData("Date", on);

    /// <returns>Null when the rate is missing.</returns>
    public async Task<Conversion?> TryGetConversionAsync(string currency, DateOnly on) =>
        await FindAsync(currency, on) is { } rate ? new Conversion(currency, await GetBaseCurrencyAsync(), rate) : null;

    /// <returns>Null when a rate is missing.</returns>
    public async Task<Money?> TryConvertAsync(Money amount, string currency, DateOnly on)
    {
        if (amount.Currency == currency || amount.IsZero)
        {
            return amount with { Currency = currency };
        }
        return await FindAsync(amount.Currency, on) is { } from && await FindAsync(currency, on) is { } to
            ? Money.Of(amount.ToDecimal() * from / to, currency)
            : null;
    }

    private async Task<decimal?> FindAsync(string currency, DateOnly on) => currency == await GetBaseCurrencyAsync()
        ? 1
        : await executer.FirstOrDefaultAsync((await rates.GetQueryableAsync())
            .Where(rate => rate.Currency == currency && rate.Date <= on)
            .OrderByDescending(rate => rate.Date)
            .Select(rate => (decimal?)rate.Rate));
}
