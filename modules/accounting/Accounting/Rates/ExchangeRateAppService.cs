using Accounting.Permissions;
using Microsoft.AspNetCore.Authorization;
using Volo.Abp.Domain.Repositories;

namespace Accounting.Rates;

[Authorize(AccountingPermissions.Rates.Default)]
public class ExchangeRateAppService(IRepository<ExchangeRate, Guid> rates, ExchangeRates converter) : AccountingAppService, IExchangeRateAppService
{
    private const int MaxPage = 200;

    public virtual async Task<ExchangeRatePage> GetListAsync(ExchangeRateListInput input)
    {
        var max = Math.Clamp(input.Max, 1, MaxPage);
        var query = await rates.GetQueryableAsync();
        if (input.Currency is { } currency)
        {
            query = query.Where(rate => rate.Currency == currency);
        }
        if (input is { AfterDate: { } date, AfterId: { } id })
        {
            query = query.Where(rate => rate.Date < date || (rate.Date == date && rate.Id.CompareTo(id) < 0));
        }
        var rows = await AsyncExecuter.ToListAsync(query
            .OrderByDescending(rate => rate.Date).ThenByDescending(rate => rate.Id)
            .Take(max + 1)
            .Select(rate => new ExchangeRateRow(rate.Id, rate.Currency, rate.Date, rate.Rate)));
        return new ExchangeRatePage([.. rows.Take(max)], rows.Count > max);
    }

    [Authorize(AccountingPermissions.Rates.Manage)]
    public virtual async Task SetAsync(SetExchangeRateDto input)
    {
        if (await rates.FindAsync(rate => rate.Currency == input.Currency && rate.Date == input.Date) is { } known)
        {
            known.ChangeTo(input.Rate);
        }
        else
        {
            await rates.InsertAsync(new ExchangeRate(GuidGenerator.Create(), input.Currency, await converter.GetBaseCurrencyAsync(), input.Date, input.Rate));
        }
    }
}
