using Kernel.Identifiers;
using Kernel.Texts;
using Volo.Abp;
using Volo.Abp.Auditing;
using Volo.Abp.Domain.Entities;
using Volo.Abp.MultiTenancy;

namespace Parties.Parties;

/// <summary>A way to reach a party. Two parties may share one: families a telephone, firms an address.</summary>
public class PartyContactPoint : Entity, IMultiTenant
{
    public Guid? TenantId { get; private set; }
    public Guid PartyId { get; private set; }
    public PartyContactPointType Type { get; private set; }

    /// <summary>In normal form: +98…, an address in lower case, an absolute URL.</summary>
    public string Value { get; private set; } = null!;

    /// <summary>Of a telephone its <see cref="PartySearch.PhoneKey"/>, so that its end finds it; null for the others.</summary>
    [DisableAuditing]
    public string? PhoneKey { get; private set; }

    public string? Label { get; private set; }

    /// <summary>The first to try of its type.</summary>
    public bool IsPreferred { get; internal set; }

    private PartyContactPoint() { } // EF Core

    internal PartyContactPoint(Party party, PartyContactPointType type, string value, string? label)
    {
        TenantId = party.TenantId;
        PartyId = party.Id;
        Type = type;
        Value = Normalize(type, value);
        PhoneKey = type is PartyContactPointType.Mobile or PartyContactPointType.Phone ? PartySearch.PhoneKey(Value) : null;
        Relabel(label);
    }

    public override object[] GetKeys() => [PartyId, Type, Value];

    internal void Relabel(string? label) =>
        Label = Check.Length(Party.CleanOrNull(label), nameof(label), PartyConsts.MaxLabelLength);

    private static string Normalize(PartyContactPointType type, string raw) => type switch
    {
        PartyContactPointType.Mobile => PhoneNumber.TryNormalize(raw, out var mobile)
            ? mobile : throw Wrong(PartiesErrorCodes.WrongMobile, raw),
        PartyContactPointType.Phone => PhoneNumber.TryNormalize(raw, out var phone) || IsShortLine(raw, out phone)
            ? phone : throw Wrong(PartiesErrorCodes.WrongPhone, raw),
        PartyContactPointType.Email => EmailAddress.TryNormalize(raw, out var email)
            ? email : throw Wrong(PartiesErrorCodes.WrongEmail, raw),
        PartyContactPointType.Website => IsWebsite(raw, out var website)
            ? website : throw Wrong(PartiesErrorCodes.WrongWebsite, raw),
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, null)
    };

    /// <summary>National service lines have three to eight digits and no area code.</summary>
    private static bool IsShortLine(string raw, out string line)
    {
        line = PersianText.CompactKey(raw).Replace("-", "");
        return line.Length is >= 3 and <= 8 && line.All(char.IsAsciiDigit);
    }

    private static bool IsWebsite(string raw, out string website)
    {
        var text = PersianText.ToAsciiDigits(PersianText.Clean(raw));
        var isUrl = Uri.TryCreate(text.Contains("://") ? text : "https://" + text, UriKind.Absolute, out var url)
            && url.Scheme is ("http" or "https") && url.Host.Contains('.') && !text.Any(char.IsWhiteSpace);
        website = isUrl ? url!.AbsoluteUri.TrimEnd('/') : "";
        return isUrl && website.Length <= PartyConsts.MaxContactPointLength;
    }

    private static BusinessException Wrong(string code, string raw) => new BusinessException(code).WithData("Value", raw);
}
