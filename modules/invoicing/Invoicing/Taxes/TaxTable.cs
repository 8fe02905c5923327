using Invoicing.Settings;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.Linq;
using Volo.Abp.Settings;

namespace Invoicing.Taxes;

/// <summary>The usual rate of tax by the day of the document.</summary>
public class TaxTable(IReadOnlyRepository<TaxRate, Guid> rates, IAsyncQueryableExecuter executer, ISettingProvider settings) : ITransientDependency
{
    /// <returns>0 to 100; before the first rate of the table the setting's.</returns>
    public async Task<decimal> GetPercentAsync(DateOnly on) => await executer.FirstOrDefaultAsync((await rates.GetQueryableAsync())
            .Where(rate => rate.From <= on).OrderByDescending(rate => rate.From).Select(rate => (decimal?)rate.Percent))
        ?? await settings.GetAsync<decimal>(InvoicingSettings.DefaultTaxPercent);
}

/// <summary>When an invoice is payable that nobody gave another day.</summary>
public class PaymentTerms(ISettingProvider settings) : ITransientDependency
{
    /// <returns>Null for at once.</returns>
    public async Task<DateOnly?> GetDueAsync(DateOnly date) =>
        await settings.GetAsync<int>(InvoicingSettings.PaymentDays) is > 0 and var days ? date.AddDays(days) : null;
}
