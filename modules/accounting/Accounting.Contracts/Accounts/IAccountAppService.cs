using Kernel.Monetary;
using Volo.Abp.Application.Services;

namespace Accounting.Accounts;

public interface IAccountAppService : IApplicationService
{
    /// <returns>Every account with its sums, one row for each currency it has moved in, by code.</returns>
    Task<List<AccountBalanceRow>> GetListAsync();

    /// <returns>The accounts that money can be received on.</returns>
    Task<List<AccountLookupDto>> GetCashAccountsAsync();
}

/// <param name="Debit">Null on an account that has not moved.</param>
public record AccountBalanceRow(Guid Id, string Code, string Name, AccountType Type, Money? Debit, Money? Credit)
{
    /// <summary>Debit less credit.</summary>
    public Money? Balance => Debit - Credit;
}

public record AccountLookupDto(Guid Id, string Code, string Name);
