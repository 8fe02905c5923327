using Accounting.EntityFrameworkCore;
using Accounting.Localization;
using Microsoft.Extensions.Localization;
using Parties.Parties;
using Volo.Abp;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.Domain.Services;

namespace Accounting.Credit;

/// <summary>Which policy holds for whom: the one chosen for the customer, else that of his group, else the default.</summary>
public class CreditPolicyManager(
    IRepository<CreditPolicy, Guid> policies, IReadOnlyRepository<CreditLimit, Guid> limits, IAccountingPartyRows parties, IStringLocalizer<AccountingResource> texts)
    : DomainService
{
    /// <summary>The customers who have a limit, each with the policy that holds for him.</summary>
    public async Task<IQueryable<PartyCredit>> QueryAsync()
    {
        var all = await policies.GetQueryableAsync();
        return
            from party in await parties.GetQueryableAsync()
            join limit in await limits.GetQueryableAsync() on party.Id equals limit.PartyId
            from policy in all
            where policy.Id == (limit.PolicyId
                ?? all.Where(of => of.GroupKey != null && of.GroupKey == party.GroupKey).Select(of => (Guid?)of.Id).FirstOrDefault()
                ?? all.Where(of => of.IsDefault).Select(of => (Guid?)of.Id).FirstOrDefault())
            select new PartyCredit { Party = party, Limit = limit, Policy = policy };
    }

    /// <summary>What would hold for a customer who has no limit yet.</summary>
    public async Task<CreditPolicy> GetOfGroupAsync(string? groupKey)
    {
        var found = await policies.GetListAsync(policy => policy.IsDefault || (groupKey != null && policy.GroupKey == groupKey));
        return found.Find(policy => !policy.IsDefault) ?? found.Find(policy => policy.IsDefault) ?? Standard();
    }

    /// <summary>Makes the default when there is none yet.</summary>
    public async Task EnsureDefaultAsync()
    {
        if (!await policies.AnyAsync(policy => policy.IsDefault))
        {
            await policies.InsertAsync(Standard(), autoSave: true);
        }
    }

    /// <summary>Neither a name nor a group has two.</summary>
    public async Task CheckIsAloneAsync(CreditPolicy policy)
    {
        if (await policies.AnyAsync(other => other.Name == policy.Name && other.Id != policy.Id))
        {
            throw new BusinessException(AccountingErrorCodes.CreditPolicyNameTaken).WithData("Name", policy.Name);
        }
        if (policy.GroupKey is not null && await policies.FindAsync(other => other.GroupKey == policy.GroupKey && other.Id != policy.Id) is { } taken)
        {
            throw new BusinessException(AccountingErrorCodes.CreditPolicyGroupTaken).WithData("Group", policy.Group!).WithData("Name", taken.Name);
        }
    }

    /// <summary>What holds until somebody writes another: orders, deliveries, invoices and uncleared cheques count, and the limit refuses.</summary>
    private CreditPolicy Standard() => new(GuidGenerator.Create(), new CreditPolicyInput { Name = texts["Credit.Standard"] }, isDefault: true);
}

public class PartyCredit
{
    public required PartyRow Party { get; init; }
    public required CreditLimit Limit { get; init; }
    public required CreditPolicy Policy { get; init; }
}
