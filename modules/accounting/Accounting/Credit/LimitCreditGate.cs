using Accounting.Features;
using Accounting.Permissions;
using Accounting.Rates;
using Invoicing.Credit;
using Invoicing.Documents;
using Kernel.Displaying;
using Kernel.Monetary;
using Kernel.Rights;
using Microsoft.EntityFrameworkCore;
using Volo.Abp;
using Volo.Abp.Authorization;
using Volo.Abp.Authorization.Permissions;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.Features;
using Volo.Abp.Guids;
using Volo.Abp.Linq;

namespace Accounting.Credit;

/// <summary>Measures a document against its customer's limit.</summary>
public class LimitCreditGate(
    IRepository<CreditLimit, Guid> limits, CreditPolicyManager policies, IRepository<CreditPass, Guid> passes,
    CreditExposures exposures, ExchangeRates rates, IRights rights, IPermissionChecker permissions, IFeatureChecker features, IAsyncQueryableExecuter executer, IGuidGenerator guids, IDisplay display)
    : ICreditGate, ITransientDependency
{
    public async Task PassAsync(CreditQuestion question)
    {
        if (await FindLimitAsync(question) is not { } found)
        {
            return;
        }
        await TakeTurnAsync(found.Limit);
        var exposure = await ExposureAsync(question, found) ?? throw await MissingRateAsync(question, found.Limit);
        var amount = await rates.ConvertAsync(question.Amount, found.Limit.Limit.Currency, question.Date);
        if (exposure + amount <= found.Limit.Limit)
        {
            return;
        }
        if (found.Policy.Action == CreditAction.Refuse)
        {
            await EnsureOverriddenAsync(question, found.Limit.Limit, exposure, amount);
        }
        await passes.InsertAsync(new CreditPass(guids.Create(), found.Policy.Action == CreditAction.Refuse ? question : question with { Reason = null }, exposure, found.Limit.Limit));
    }

    public async Task<CreditAnswer?> GetAnswerAsync(CreditQuestion question)
    {
        if (await rights.GetAccessAsync(AccountingPermissions.Receipts.Balance) < FieldAccess.Visible || await FindLimitAsync(question) is not { } found
            || await ExposureAsync(question, found) is not { } exposure
            || await rates.TryConvertAsync(question.Amount, found.Limit.Limit.Currency, question.Date) is not { } amount)
        {
            return null;
        }
        return new CreditAnswer(
            found.Limit.Limit, exposure, exposure + amount, found.Policy.Action == CreditAction.Refuse, await permissions.IsGrantedAsync(AccountingPermissions.Credit.Override));
    }

    /// <summary>Null when the customer has no limit, or its policy does not count the document.</summary>
    private async Task<PartyCredit?> FindLimitAsync(CreditQuestion question)
    {
        if (!await features.IsEnabledAsync(AccountingFeatures.Enable))
        {
            return null;
        }
        using var system = SystemWork.Begin("a limit holds whoever sees it");
        var found = await executer.FirstOrDefaultAsync((await policies.QueryAsync()).Where(credit => credit.Party.Id == question.PartyId));
        return found is not null && IsMeasured(question, found.Policy) ? found : null;
    }

    /// <summary>What goes out was measured as an order where orders count.</summary>
    private static bool IsMeasured(CreditQuestion question, CreditPolicy policy) =>
        question.IsDelivery ? policy is { CountsDeliveries: true, CountsOrders: false } : question.Kind != DocumentKind.Order || policy.CountsOrders;

    /// <summary>Of two documents of one customer at the same moment the second waits here until the first is committed, and counts it.</summary>
    private async Task TakeTurnAsync(CreditLimit limit)
    {
        using var system = SystemWork.Begin("a limit holds whoever sees it");
        await (await limits.GetQueryableAsync()).Where(one => one.Id == limit.Id)
            .ExecuteUpdateAsync(update => update.SetProperty(one => one.Revision, one => one.Revision + 1));
    }

    private async Task<Money?> ExposureAsync(CreditQuestion question, PartyCredit found) => await exposures.SumAsync(
        await PartsAsync(question), found.Policy.Counts, found.Limit.Limit.Currency, question.Date);

    /// <summary>Beside the document in question; of an order that goes out, what went out before counts.</summary>
    private Task<List<ExposurePart>> PartsAsync(CreditQuestion question) =>
        exposures.GetPartsAsync([question.PartyId], display.Today, besides: question.IsDelivery ? null : question.DocumentId);

    private async Task<BusinessException> MissingRateAsync(CreditQuestion question, CreditLimit limit)
    {
        var parts = await PartsAsync(question);
        var foreign = parts.Find(part => part.Currency != limit.Limit.Currency)?.Currency ?? question.Amount.Currency;
        return new BusinessException(AccountingErrorCodes.RateMissing).WithData("Currency", foreign).WithData("Date", question.Date);
    }

    private async Task EnsureOverriddenAsync(CreditQuestion question, Money limit, Money exposure, Money amount)
    {
        if (!string.IsNullOrWhiteSpace(question.Reason))
        {
            if (!await permissions.IsGrantedAsync(AccountingPermissions.Credit.Override))
            {
                throw new AbpAuthorizationException();
            }
            return;
        }
        if (await rights.GetAccessAsync(AccountingPermissions.Receipts.Balance) < FieldAccess.Visible)
        {
            throw new BusinessException(AccountingErrorCodes.CreditLimitExceededCovered);
        }
        throw new BusinessException(AccountingErrorCodes.CreditLimitExceeded)
            .WithData("Limit", limit).WithData("Exposure", exposure).WithData("Amount", amount).WithData("With", exposure + amount);
    }
}
