namespace Parties;

/// <summary>Each code is also the key of its text; the data that a text uses is named in it.</summary>
public static class PartiesErrorCodes
{
    public const string NameMissing = "Parties:NameMissing";
    public const string WrongNationalId = "Parties:WrongNationalId";
    public const string WrongCompanyId = "Parties:WrongCompanyId";
    public const string WrongEconomicCode = "Parties:WrongEconomicCode";
    public const string WrongUserName = "Parties:WrongUserName";
    public const string WrongPassport = "Parties:WrongPassport";
    public const string WrongExternalId = "Parties:WrongExternalId";
    public const string IdentifierOfOtherKind = "Parties:IdentifierOfOtherKind";
    public const string IdentifierTaken = "Parties:IdentifierTaken";
    public const string IdentifierTakenUnseen = "Parties:IdentifierTakenUnseen";
    public const string IdentifierTakenByDeleted = "Parties:IdentifierTakenByDeleted";
    public const string FieldNotChangeable = "Parties:FieldNotChangeable";
    public const string FieldNotSearchable = "Parties:FieldNotSearchable";
    public const string WrongMobile = "Parties:WrongMobile";
    public const string WrongPhone = "Parties:WrongPhone";
    public const string WrongEmail = "Parties:WrongEmail";
    public const string WrongWebsite = "Parties:WrongWebsite";
    public const string WrongPostalCode = "Parties:WrongPostalCode";
    public const string UnknownRole = "Parties:UnknownRole";
    public const string UnknownOwner = "Parties:UnknownOwner";
    public const string BirthDateInFuture = "Parties:BirthDateInFuture";
    public const string ChangedMeanwhile = "Parties:ChangedMeanwhile";
}
