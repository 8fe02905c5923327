using Volo.Abp;
using Volo.Abp.Domain.Entities;
using Volo.Abp.MultiTenancy;

namespace Parties.Parties;

/// <summary>
/// A party as other modules may read it: their contexts map it by <c>ToView</c> onto the party's table, so that a list
/// sorted by the party's name is one statement. Only Parties writes.
/// </summary>
public class PartyRow : Entity<Guid>, IMultiTenant, ISoftDelete
{
    public Guid? TenantId { get; private set; }
    public PartyKind Kind { get; private set; }
    public string Name { get; private set; } = null!;
    public string Number { get; private set; } = null!;

    /// <summary>Folded name and number: a search asks that it contains each folded word (<see cref="PartySearch"/>).</summary>
    public string SearchKey { get; private set; } = null!;

    /// <summary>Sorts names in the order of the Persian alphabet in every database; lists are paged by (SortKey, Id).</summary>
    public string SortKey { get; private set; } = null!;

    /// <summary>See <see cref="PartyRoles.Token"/>.</summary>
    public string RoleTokens { get; private set; } = null!;

    /// <summary>The folded group of customers that it belongs to: what prices hold for it; null for none.</summary>
    public string? GroupKey { get; private set; }

    /// <summary>The group as people call it.</summary>
    public string? Group { get; private set; }

    public Guid? OwnerId { get; private set; }
    public Guid? UnitId { get; private set; }
    public DateTime CreationTime { get; private set; }
    public bool IsDeleted { get; set; }

    private PartyRow() { } // EF Core
}
