namespace Parties.Parties;

public static class PartyConsts
{
    public const int MaxNameLength = 200;
    public const int MaxFirstNameLength = 90;
    public const int MaxLastNameLength = 109;
    public const int MaxNumberLength = 20;
    public const int MaxSearchKeyLength = 450;

    /// <summary>More than these no lookup shows.</summary>
    public const int MaxLookupRows = 20;

    public const int MaxSortKeyLength = 120;
    public const int MaxRoleTokensLength = 200;
    public const int MaxIdentifierLength = 64;
    public const int MaxSourceLength = 40;
    public const int MaxContactPointLength = 254;
    public const int MaxLabelLength = 60;
    public const int MaxGroupLength = 60;
    public const int MaxPlaceLength = 80;
    public const int MaxAddressLength = 500;
    public const int PostalCodeLength = 10;
}
