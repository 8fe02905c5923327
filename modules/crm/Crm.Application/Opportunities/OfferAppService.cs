using Crm.CustomerFiles;
using Crm.Permissions;
using Kernel.Monetary;
using Kernel.Reading;
using Kernel.Rights;
using Kernel.Texts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Logging;
using Parties;
using Parties.Sales;
using Volo.Abp;
using Volo.Abp.Authorization;
using Volo.Abp.Domain.Entities;
using Volo.Abp.Domain.Repositories;

namespace Crm.Opportunities;

[Authorize(CrmPermissions.Opportunities.Default)]
public class OfferAppService(
    IRepository<Opportunity, Guid> opportunities, IRepository<OpportunityLine, Guid> lines, OpportunityRows rows, IRights rights,
    IEnumerable<ISalesDesk> desks) : CrmAppService, IOfferAppService
{
    private ISalesDesk? Desk { get; } = desks.FirstOrDefault();

    [Reads(CrmPermissions.Opportunities.Default, Id = "id")]
    public virtual async Task<OfferDto> GetAsync(Guid id)
    {
        var customerId = await GetCustomerIdAsync(id);
        if (Desk is null)
        {
            return OfferDto.None;
        }
        var (stored, seesAmounts) = (await GetStoredLinesAsync(id), await rows.SeesAmountsAsync());
        try
        {
            return await AskAsync(Desk, id, customerId, stored, seesAmounts);
        }
        catch (AbpAuthorizationException)
        {
            return OfferDto.None with { State = DocumentPanelState.Forbidden };
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            Logger.LogError(exception, "{Desk} did not answer for opportunity {OpportunityId}.", Desk.GetType().FullName, id);
            return OfferDto.None with { State = DocumentPanelState.Failed };
        }
    }

    public virtual async Task<List<SaleProduct>> GetProductsAsync(Guid id, string? text) => Desk is null ? [] : [.. await Desk.FindProductsAsync(await GetCustomerIdAsync(id), text)];

    [Authorize(CrmPermissions.Opportunities.Edit)]
    public virtual async Task<Guid> AddLineAsync(Guid id, OfferLineDto input)
    {
        var opportunity = await opportunities.GetAsync(id);
        await CheckMayDiscountAsync(0, input.DiscountPercent);
        if (await lines.CountAsync(line => line.OpportunityId == id) >= OpportunityConsts.MaxLines)
        {
            throw new BusinessException(CrmErrorCodes.TooManyLines).WithData("Max", OpportunityConsts.MaxLines);
        }
        var product = (await GetDesk().GetProductsAsync(opportunity.CustomerId, [input.ProductId])).FirstOrDefault() ?? throw new EntityNotFoundException(typeof(SaleProduct), input.ProductId);
        return (await lines.InsertAsync(opportunity.Offer(GuidGenerator.Create(), product.Id, product.Name, input.Quantity, input.DiscountPercent))).Id;
    }

    [Authorize(CrmPermissions.Opportunities.Edit)]
    public virtual async Task ChangeLineAsync(Guid id, Guid lineId, ChangeOfferLineDto input)
    {
        var (opportunity, line) = await GetLineAsync(id, lineId);
        await CheckMayDiscountAsync(line.DiscountPercent, input.DiscountPercent);
        line.Change(opportunity, input.Quantity, input.DiscountPercent);
    }

    [Authorize(CrmPermissions.Opportunities.Edit)]
    public virtual async Task RemoveLineAsync(Guid id, Guid lineId)
    {
        var (opportunity, line) = await GetLineAsync(id, lineId);
        opportunity.RefuseWhenClosed();
        await lines.DeleteAsync(line);
    }

    [Authorize(CrmPermissions.Opportunities.Edit)]
    public virtual async Task TakeAmountAsync(Guid id)
    {
        var opportunity = await opportunities.GetAsync(id);
        await CheckMayChangeAmountsAsync();
        opportunity.Value(Totals(await ReadLinesAsync(id, opportunity.CustomerId, seesAmounts: true)) switch
        {
            [] => throw new BusinessException(CrmErrorCodes.NothingOffered),
            [var total] => total,
            var several => throw new BusinessException(CrmErrorCodes.LinesInSeveralCurrencies).WithData("Currencies", several.Select(total => total.Currency).Listed()),
        });
    }

    [Authorize(CrmPermissions.Opportunities.Edit)]
    public virtual async Task<Guid> QuoteAsync(Guid id)
    {
        var opportunity = await opportunities.GetAsync(id);
        opportunity.RefuseWhenClosed();
        var offered = await ReadLinesAsync(id, opportunity.CustomerId, seesAmounts: true);
        if (offered.Count == 0)
        {
            throw new BusinessException(CrmErrorCodes.NothingOffered);
        }
        if (offered.FirstOrDefault(line => line.IsGone) is { } gone)
        {
            throw new BusinessException(CrmErrorCodes.ProductNoLongerSold).WithData("Product", gone.Name);
        }
        return await GetDesk().QuoteAsync(new QuoteRequest(
            id, opportunity.CustomerId, opportunity.Title, [.. offered.Select(line => new QuoteRequestLine(line.ProductId, line.Quantity, line.DiscountPercent))]));
    }

    [Authorize(CrmPermissions.Opportunities.Edit)]
    public virtual async Task DoAsync(Guid id, OfferActDto input)
    {
        await GetCustomerIdAsync(id);
        await GetDesk().DoAsync(id, input.DocumentId, input.Act);
    }

    private ISalesDesk GetDesk() => Desk ?? throw new EntityNotFoundException();

    private async Task<(Opportunity Opportunity, OpportunityLine Line)> GetLineAsync(Guid id, Guid lineId)
    {
        var opportunity = await opportunities.GetAsync(id);
        var line = await lines.GetAsync(lineId);
        return line.OpportunityId == id ? (opportunity, line) : throw new EntityNotFoundException(typeof(OpportunityLine), lineId);
    }

    /// <exception cref="EntityNotFoundException">There is no such opportunity in sight.</exception>
    private async Task<Guid> GetCustomerIdAsync(Guid id) => await AsyncExecuter.FirstOrDefaultAsync((await opportunities.GetQueryableAsync())
        .Where(opportunity => opportunity.Id == id).Select(opportunity => (Guid?)opportunity.CustomerId)) ?? throw new EntityNotFoundException(typeof(Opportunity), id);

    /// <summary>It is another module's: whatever it throws costs its own panel, never the opportunity's page.</summary>
    private async Task<OfferDto> AskAsync(ISalesDesk desk, Guid id, Guid customerId, List<OpportunityLine> stored, bool seesAmounts)
    {
        var may = await desk.GetRightsAsync();
        if (!may.MayRead && !may.MayQuote)
        {
            return OfferDto.None;
        }
        var offered = await PriceAsync(customerId, stored, seesAmounts);
        return new OfferDto(true, may.MayQuote, offered, Totals(offered), await desk.GetDocumentsAsync(id));
    }

    private async Task<List<OfferLineRow>> ReadLinesAsync(Guid id, Guid customerId, bool seesAmounts) =>
        await PriceAsync(customerId, await GetStoredLinesAsync(id), seesAmounts);

    private async Task<List<OpportunityLine>> GetStoredLinesAsync(Guid id) =>
        await AsyncExecuter.ToListAsync((await lines.GetQueryableAsync()).Where(line => line.OpportunityId == id).OrderBy(line => line.CreationTime).ThenBy(line => line.Id));

    private async Task<List<OfferLineRow>> PriceAsync(Guid customerId, List<OpportunityLine> stored, bool seesAmounts)
    {
        var products = (await GetDesk().GetProductsAsync(customerId, [.. stored.Select(line => line.ProductId).Distinct()])).ToDictionary(product => product.Id);
        return stored.ConvertAll(line => ToRow(line, products.GetValueOrDefault(line.ProductId), seesAmounts));
    }

    private static OfferLineRow ToRow(OpportunityLine line, SaleProduct? product, bool seesAmounts) => new(
        line.Id, line.ProductId, product?.Name ?? line.ProductName, product?.Code, product?.Unit, line.Quantity, line.DiscountPercent,
        product is not null && seesAmounts ? Money.Of(product.UnitPrice, product.Currency) : null,
        product is not null && seesAmounts ? Money.Of(product.UnitPrice * line.Quantity * (1 - line.DiscountPercent / 100), product.Currency) : null,
        product?.Available, product is null);

    private static List<Money> Totals(List<OfferLineRow> offered) =>
        [.. offered.Select(line => line.Total).OfType<Money>().GroupBy(total => total.Currency).Select(same => same.Aggregate((sum, next) => sum + next))];

    /// <summary>A discount says what a deal is worth.</summary>
    private async Task CheckMayDiscountAsync(decimal stored, decimal sent)
    {
        if (stored != sent)
        {
            await CheckMayChangeAmountsAsync();
        }
    }

    private async Task CheckMayChangeAmountsAsync()
    {
        if (await rights.GetAccessAsync(CrmPermissions.Opportunities.Amounts) < FieldAccess.Changeable)
        {
            throw new BusinessException(PartiesErrorCodes.FieldNotChangeable).WithData("Field", L["Field:Amounts"].Value);
        }
    }
}
