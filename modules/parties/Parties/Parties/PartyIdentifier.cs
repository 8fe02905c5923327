using Kernel.Identifiers;
using Kernel.Texts;
using Volo.Abp;
using Volo.Abp.Domain.Entities;
using Volo.Abp.MultiTenancy;

namespace Parties.Parties;

/// <summary>What somebody issued to tell a party from others; of each type and source a party has one.</summary>
public class PartyIdentifier : Entity, IMultiTenant
{
    public Guid? TenantId { get; private set; }
    public Guid PartyId { get; private set; }
    public PartyIdentifierType Type { get; private set; }

    /// <summary>The system that issued an external identifier; empty for the other types.</summary>
    public string Source { get; private set; } = null!;

    /// <summary>In normal form: ASCII digits, no blanks, user names in lower case.</summary>
    public string Value { get; private set; } = null!;

    /// <summary>
    /// The value where no two parties may share it, else the party's own id: so one unique index holds the rule.
    /// </summary>
    public string UniqueKey { get; private set; } = null!;

    public bool IsUnique => Type is not (PartyIdentifierType.EconomicCode or PartyIdentifierType.Passport);

    private PartyIdentifier() { } // EF Core

    internal PartyIdentifier(Party party, PartyIdentifierType type, string value, string? source)
    {
        TenantId = party.TenantId;
        PartyId = party.Id;
        Type = type;
        Source = type == PartyIdentifierType.External ? NormalSource(source) : "";
        Value = Normalize(party.Kind, type, value);
        UniqueKey = IsUnique ? Value : PartyId.ToString("N");
    }

    public override object[] GetKeys() => [PartyId, Type, Source];

    internal bool IsSameKindAs(PartyIdentifier other) => Type == other.Type && Source == other.Source;

    internal void ChangeTo(PartyIdentifier other) => (Value, UniqueKey) = (other.Value, other.UniqueKey);

    private static string Normalize(PartyKind kind, PartyIdentifierType type, string raw)
    {
        var ownKind = type switch
        {
            PartyIdentifierType.NationalId or PartyIdentifierType.Passport => PartyKind.Person,
            PartyIdentifierType.CompanyId => PartyKind.Company,
            _ => kind
        };
        if (ownKind != kind)
        {
            throw new BusinessException(PartiesErrorCodes.IdentifierOfOtherKind).WithData("Value", raw);
        }
        return type switch
        {
            PartyIdentifierType.NationalId => IranianNationalId.TryNormalize(raw, out var id)
                ? id : throw Wrong(PartiesErrorCodes.WrongNationalId, raw),
            PartyIdentifierType.CompanyId => CompanyNationalId.TryNormalize(raw, out var id)
                ? id : throw Wrong(PartiesErrorCodes.WrongCompanyId, raw),
            PartyIdentifierType.EconomicCode => Compact(raw) is { Length: 11 or 14 } code && code.All(char.IsAsciiDigit)
                ? code : throw Wrong(PartiesErrorCodes.WrongEconomicCode, raw),
            PartyIdentifierType.UserName => Compact(raw) is { Length: >= 3 and <= PartyConsts.MaxIdentifierLength } name
                ? name : throw Wrong(PartiesErrorCodes.WrongUserName, raw),
            PartyIdentifierType.Passport => Compact(raw).ToUpperInvariant() is { Length: >= 5 and <= 20 } number && number.All(char.IsAsciiLetterOrDigit)
                ? number : throw Wrong(PartiesErrorCodes.WrongPassport, raw),
            PartyIdentifierType.External => PersianText.ToAsciiDigits(PersianText.Clean(raw)) is { Length: > 0 and <= PartyConsts.MaxIdentifierLength } key
                ? key : throw Wrong(PartiesErrorCodes.WrongExternalId, raw),
            _ => throw new ArgumentOutOfRangeException(nameof(type), type, null)
        };
    }

    private static string NormalSource(string? source) =>
        PersianText.SearchKey(source) is { Length: > 0 and <= PartyConsts.MaxSourceLength } name
            ? name : throw Wrong(PartiesErrorCodes.WrongExternalId, source ?? "");

    private static string Compact(string raw) => PersianText.CompactKey(raw);

    private static BusinessException Wrong(string code, string raw) => new BusinessException(code).WithData("Value", raw);
}
