using Volo.Abp.Domain.Entities;
using Volo.Abp.MultiTenancy;

namespace Parties.Parties;

/// <summary>A telephone of a party as other modules search by it, beside <see cref="PartyRow"/>.</summary>
public class PartyPhoneRow : Entity, IMultiTenant
{
    public Guid? TenantId { get; private set; }
    public Guid PartyId { get; private set; }

    /// <summary>See <see cref="PartySearch.PhoneKey"/>; null for what is no telephone.</summary>
    public string? PhoneKey { get; private set; }

    private PartyPhoneRow() { } // EF Core

    public override object?[] GetKeys() => [PartyId, PhoneKey];
}

/// <summary>An identifier of a party as other modules search by it, beside <see cref="PartyRow"/>.</summary>
public class PartyIdentifierRow : Entity, IMultiTenant
{
    public Guid? TenantId { get; private set; }
    public Guid PartyId { get; private set; }

    /// <summary>In normal form: ASCII digits, no blanks.</summary>
    public string Value { get; private set; } = null!;

    private PartyIdentifierRow() { } // EF Core

    public override object?[] GetKeys() => [PartyId, Value];
}
