using Invoicing.Permissions;
using Microsoft.AspNetCore.Authorization;
using Volo.Abp.Domain.Repositories;

namespace Invoicing.Taxes;

[Authorize(InvoicingPermissions.TaxRates.Default)]
public class TaxRateAppService(IRepository<TaxRate, Guid> rates) : InvoicingAppService, ITaxRateAppService
{
    private const int MaxShown = 100;

    public virtual async Task<List<TaxRateDto>> GetListAsync() => await AsyncExecuter.ToListAsync((await rates.GetQueryableAsync())
        .OrderByDescending(rate => rate.From).Take(MaxShown).Select(rate => new TaxRateDto(rate.Id, rate.From, rate.Percent)));

    [Authorize(InvoicingPermissions.TaxRates.Manage)]
    public virtual async Task SetAsync(SetTaxRateDto input)
    {
        if (await rates.FindAsync(rate => rate.From == input.From) is { } known)
        {
            known.ChangeTo(input.Percent);
        }
        else
        {
            await rates.InsertAsync(new TaxRate(GuidGenerator.Create(), input.From, input.Percent));
        }
    }
}
