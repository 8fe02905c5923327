using Kernel.Monetary;
using Kernel.Texts;
using Parties.Parties;
using Volo.Abp;
using Volo.Abp.Auditing;
using Volo.Abp.Domain.Entities.Auditing;
using Volo.Abp.MultiTenancy;

namespace Inventory.Prices;

/// <summary>What products cost a group of customers, or all, in one currency and time. Its prices are rows of their own: there may be thousands.</summary>
public class PriceList : FullAuditedAggregateRoot<Guid>, IMultiTenant
{
    public Guid? TenantId { get; private set; }
    public string Name { get; private set; } = null!;

    /// <summary>Of customers; null for all.</summary>
    public string? Group { get; private set; }

    /// <summary>The folded group, as parties have it.</summary>
    [DisableAuditing]
    public string? GroupKey { get; private set; }

    public string Currency { get; private set; } = null!;
    public DateOnly From { get; private set; }

    /// <summary>The last day it holds; null for no end.</summary>
    public DateOnly? Until { get; private set; }

    private PriceList() { } // EF Core

    public PriceList(Guid id, string currency, PriceListContentDto content, Guid? tenantId) : base(id)
    {
        TenantId = tenantId;
        Currency = Currencies.IsKnown(currency) ? currency : throw new BusinessException(InventoryErrorCodes.UnknownCurrency).WithData("Currency", currency);
        Write(content);
    }

    /// <summary>All but the currency, in which its prices are.</summary>
    public void Write(PriceListContentDto content)
    {
        Name = PersianText.Clean(content.Name) is { Length: > 0 } name
            ? Check.Length(name, nameof(Name), PriceListConsts.MaxNameLength)!
            : throw new BusinessException(InventoryErrorCodes.PriceListNameMissing);
        if (content.Until < content.From)
        {
            throw new BusinessException(InventoryErrorCodes.PriceListEndsBeforeItBegins);
        }
        (From, Until) = (content.From, content.Until);
        (Group, GroupKey) = PartyGroups.Read(content.Group);
    }

    public void Restore() => (IsDeleted, DeletionTime, DeleterId) = (false, null, null);

    public Price PriceOf(Guid id, Guid productId, decimal unitPrice) => new(id, Id, productId, unitPrice, TenantId);

    /// <summary>The same, named anew, from another day on and without an end.</summary>
    public PriceList Copy(Guid id, string name, DateOnly from) =>
        new(id, Currency, new PriceListContentDto { Name = name, Group = Group, From = from }, TenantId);
}
