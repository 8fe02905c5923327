using Accounting.EntityFrameworkCore;
using Accounting.Permissions;
using Invoicing.Documents;
using Kernel.Displaying;
using Kernel.Monetary;
using Kernel.Reading;
using Kernel.Rights;
using Microsoft.AspNetCore.Authorization;
using Parties.Parties;
using Volo.Abp;
using Volo.Abp.Authorization;
using Volo.Abp.Domain.Repositories;

namespace Accounting.Credit;

[Authorize(AccountingPermissions.Credit.Default)]
public class CreditAppService(
    IRepository<CreditLimit, Guid> limits, IRepository<CreditPolicy, Guid> policies, IReadOnlyRepository<CreditPass, Guid> passes, IAccountingPartyRows parties,
    CreditPolicyManager manager, CreditExposures exposures, IDisplay display)
    : AccountingAppService, ICreditAppService
{
    private const int MaxPage = 200;
    private const int MaxPasses = 100;

    [Reads(AccountingPermissions.Credit.Default, Words = "text", Rows = "Rows")]
    public virtual async Task<CreditPage> GetListAsync(CreditListInput input)
    {
        await CheckSeesBalancesAsync();
        var max = Math.Clamp(input.Max, 1, MaxPage);
        var found = await AsyncExecuter.ToListAsync((await FilterAsync(input))
            .OrderBy(credit => credit.Party.SortKey).ThenBy(credit => credit.Party.Id)
            .Take(max + 1)
            .Select(credit => new { credit.Party.Id, credit.Party.Name, credit.Party.Number, credit.Party.SortKey, credit.Limit.Limit, credit.Policy }));
        var rows = found.Take(max).ToList();
        var parts = (await exposures.GetPartsAsync([.. rows.Select(row => row.Id)], display.Today)).ToLookup(part => part.PartyId);
        var page = new List<CreditRow>();
        foreach (var row in rows)
        {
            var exposure = await exposures.SumAsync(parts[row.Id], row.Policy.Counts, row.Limit.Currency, display.Today);
            page.Add(new CreditRow(row.Id, row.Name, row.Number, row.SortKey, row.Policy.Name, row.Limit, exposure));
        }
        return new CreditPage(page, found.Count > max);
    }

    [Reads(AccountingPermissions.Credit.Default, Id = "partyId")]
    public virtual async Task<CreditDto> GetOfPartyAsync(Guid partyId)
    {
        await CheckSeesBalancesAsync();
        var party = await parties.GetAsync(partyId);
        var found = await AsyncExecuter.FirstOrDefaultAsync((await manager.QueryAsync()).Where(credit => credit.Party.Id == partyId));
        var (limit, policy) = (found?.Limit, found?.Policy ?? await manager.GetOfGroupAsync(party.GroupKey));
        var parts = await exposures.GetPartsAsync([partyId], display.Today);
        var exposure = limit is null ? null : await exposures.SumAsync(parts, policy.Counts, limit.Limit.Currency, display.Today);
        var passed = await AsyncExecuter.ToListAsync((await passes.GetQueryableAsync())
            .Where(pass => pass.PartyId == partyId)
            .OrderByDescending(pass => pass.CreationTime).ThenByDescending(pass => pass.Id)
            .Take(MaxPasses));
        return new CreditDto(
            partyId, party.Name, party.Number, limit?.Limit, ToDto(policy), limit?.PolicyId,
            [.. parts.OrderBy(part => part.Part).ThenBy(part => part.Currency, StringComparer.Ordinal).Select(part => new CreditPartDto(part.Part, new Money(part.Amount, part.Currency), policy.Counts(part.Part)))],
            exposure,
            passed.ConvertAll(pass => new CreditPassDto(
                pass.Number, DocumentUrls.Details(pass.DocumentKind, pass.DocumentId), pass.Amount, pass.Exposure, pass.Limit, pass.Reason, pass.CreationTime, pass.CreatorId)));
    }

    [Authorize(AccountingPermissions.Credit.Manage)]
    public virtual async Task SetLimitAsync(Guid partyId, SetCreditLimitDto input)
    {
        await parties.GetAsync(partyId);
        if (!Currencies.IsKnown(input.Currency))
        {
            throw new BusinessException(AccountingErrorCodes.CurrencyUnknown).WithData("Currency", input.Currency);
        }
        await manager.EnsureDefaultAsync();
        var policyId = input.PolicyId is { } chosen ? (await policies.GetAsync(chosen)).Id : (Guid?)null;
        var amount = Money.Of(input.Limit, input.Currency);
        if (await limits.FindAsync(one => one.PartyId == partyId) is { } limit)
        {
            limit.ChangeTo(policyId, amount);
        }
        else
        {
            await limits.InsertAsync(new CreditLimit(GuidGenerator.Create(), partyId, policyId, amount));
        }
    }

    [Authorize(AccountingPermissions.Credit.Manage)]
    public virtual async Task DeleteLimitAsync(Guid partyId)
    {
        await parties.GetAsync(partyId);
        await limits.DeleteAsync(one => one.PartyId == partyId);
    }

    public virtual async Task<List<CreditPolicyDto>> GetPoliciesAsync() =>
        [.. (await policies.GetListAsync()).OrderByDescending(policy => policy.IsDefault).ThenBy(policy => policy.Name, StringComparer.Ordinal).Select(ToDto)];

    [Authorize(AccountingPermissions.Credit.Manage)]
    public virtual async Task<Guid> CreatePolicyAsync(CreditPolicyInput input)
    {
        await manager.EnsureDefaultAsync();
        var policy = new CreditPolicy(GuidGenerator.Create(), input);
        await manager.CheckIsAloneAsync(policy);
        return (await policies.InsertAsync(policy)).Id;
    }

    [Authorize(AccountingPermissions.Credit.Manage)]
    public virtual async Task UpdatePolicyAsync(Guid id, CreditPolicyInput input)
    {
        var policy = await policies.GetAsync(id);
        policy.Rewrite(input);
        await manager.CheckIsAloneAsync(policy);
    }

    private async Task<IQueryable<PartyCredit>> FilterAsync(CreditListInput input)
    {
        var query = new PartySearch(input.Text).Apply(await manager.QueryAsync(), credit => credit.Party.SearchKey);
        return input is { AfterKey: { } key, AfterId: { } id }
            ? query.Where(credit => credit.Party.SortKey.CompareTo(key) >= 0 && (credit.Party.SortKey.CompareTo(key) > 0 || credit.Party.Id.CompareTo(id) > 0))
            : query;
    }

    private static CreditPolicyDto ToDto(CreditPolicy policy) =>
        new(policy.Id, policy.Name, policy.IsDefault, policy.Group, policy.CountsQuotes, policy.CountsOrders, policy.CountsDeliveries, policy.CountsCheques, policy.Action);
}
