using Accounting.Journal;
using Accounting.Localization;
using Microsoft.Extensions.Localization;
using Volo.Abp;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Domain.Repositories;

namespace Accounting.Accounts;

/// <summary>Where money arrives.</summary>
public class CashAccounts(IReadOnlyRepository<Account, Guid> accounts, Ledger ledger, IStringLocalizer<AccountingResource> texts) : ITransientDependency
{
    /// <param name="chosen">Null for the account of <paramref name="defaultKey"/>.</param>
    /// <exception cref="BusinessException">The chosen account holds no money.</exception>
    public async Task<Guid> ChooseAsync(Guid? chosen, string defaultKey)
    {
        if (chosen is null)
        {
            return (await ledger.GetAccountsAsync())[defaultKey];
        }
        var account = await accounts.GetAsync(chosen.Value);
        return account.HoldsMoney
            ? account.Id
            : throw new BusinessException(AccountingErrorCodes.NotACashAccount).WithData("Account", texts.NameOf(account.Key, account.Name));
    }
}
