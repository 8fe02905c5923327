using Kernel.Rights;

namespace Parties.Parties;

/// <summary>The fields of a party that not everybody sees or changes.</summary>
public enum PartyField
{
    /// <summary>Mobiles and landlines.</summary>
    Phone = 1,
    Email = 2,
    Identifiers = 3,
    BirthDate = 4,

    /// <summary>Street and postal code; province and city stay in sight of who sees it masked.</summary>
    Address = 5
}

/// <summary>What the reader may do with the protected fields of parties.</summary>
public record PartyAccess(FieldAccess Phone, FieldAccess Email, FieldAccess Identifiers, FieldAccess BirthDate, FieldAccess Address)
{
    public FieldAccess this[PartyField field] => field switch
    {
        PartyField.Phone => Phone,
        PartyField.Email => Email,
        PartyField.Identifiers => Identifiers,
        PartyField.BirthDate => BirthDate,
        _ => Address,
    };

    /// <summary>A website is nobody's secret.</summary>
    public FieldAccess Of(PartyContactPointType type) => FieldOf(type) is { } field ? this[field] : FieldAccess.Changeable;

    public static PartyField? FieldOf(PartyContactPointType type) => type switch
    {
        PartyContactPointType.Mobile or PartyContactPointType.Phone => PartyField.Phone,
        PartyContactPointType.Email => PartyField.Email,
        _ => null,
    };
}
