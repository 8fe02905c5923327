using Volo.Abp;
using Volo.Abp.Domain.Entities.Auditing;
using Volo.Abp.MultiTenancy;

namespace Accounting.Accounts;

/// <summary>A ledger account. Those that the system posts to have a key, by which their name is translated.</summary>
public class Account : FullAuditedAggregateRoot<Guid>, IMultiTenant
{
    public Guid? TenantId { get; private set; }
    public string Code { get; private set; } = null!;

    /// <summary>Of <see cref="AccountKeys"/>; null for an account of the tenant's own.</summary>
    public string? Key { get; private set; }

    /// <summary>Null when the key names it.</summary>
    public string? Name { get; private set; }

    public AccountType Type { get; private set; }

    /// <summary>Payments arrive here: cash and banks.</summary>
    public bool HoldsMoney { get; private set; }

    private Account() { } // EF Core

    public Account(Guid id, string code, AccountType type, string? key, string? name = null, bool holdsMoney = false) : base(id)
    {
        Code = Check.NotNullOrWhiteSpace(code, nameof(code), AccountConsts.MaxCodeLength);
        Key = Check.Length(key, nameof(key), AccountConsts.MaxKeyLength);
        Name = key is null ? Check.NotNullOrWhiteSpace(name, nameof(name), AccountConsts.MaxNameLength) : name;
        (Type, HoldsMoney) = (type, holdsMoney);
    }
}
