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

/// <param name="Debit">Null, as what follows, on an account that has not moved.</param>
/// <param name="Base">The balance in the base currency: these can be added over all rows, and amount to nothing.</param>
public record AccountBalanceRow(Guid Id, string Code, string Name, AccountType Type, Money? Debit, Money? Credit, Money? Base)
{
    /// <summary>Debit less credit.</summary>
    public Money? Balance => Debit - Credit;
}

public record AccountLookupDto(Guid Id, string Code, string Name);
