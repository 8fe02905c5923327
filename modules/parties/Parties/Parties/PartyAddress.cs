using Kernel.Texts;
using Volo.Abp;
using Volo.Abp.Domain.Entities;
using Volo.Abp.MultiTenancy;
using PostalCodes = Kernel.Identifiers.PostalCode;

namespace Parties.Parties;

public class PartyAddress : Entity, IMultiTenant
{
    public Guid? TenantId { get; private set; }
    public Guid PartyId { get; private set; }

    /// <summary>The first is where post goes.</summary>
    public int Position { get; private set; }

    public string? Province { get; private set; }
    public string? City { get; private set; }
    public string? Text { get; private set; }

    /// <summary>Ten ASCII digits.</summary>
    public string? PostalCode { get; private set; }

    public string? Label { get; private set; }

    private PartyAddress() { } // EF Core

    internal PartyAddress(
        Party party, int position, string? province, string? city, string? text, string? postalCode, string? label)
    {
        TenantId = party.TenantId;
        PartyId = party.Id;
        Position = position;
        Write(province, city, text, postalCode, label);
    }

    public override object[] GetKeys() => [PartyId, Position];

    public void Write(string? province, string? city, string? text, string? postalCode, string? label)
    {
        Province = Check.Length(Party.CleanOrNull(province), nameof(province), PartyConsts.MaxPlaceLength);
        City = Check.Length(Party.CleanOrNull(city), nameof(city), PartyConsts.MaxPlaceLength);
        Text = Check.Length(Party.CleanOrNull(text), nameof(text), PartyConsts.MaxAddressLength);
        Label = Check.Length(Party.CleanOrNull(label), nameof(label), PartyConsts.MaxLabelLength);
        PostalCode = NormalPostalCode(postalCode);
    }

    private static string? NormalPostalCode(string? raw) =>
        PersianText.Clean(raw).Length == 0 ? null
        : PostalCodes.TryNormalize(raw, out var code) ? code
        : throw new BusinessException(PartiesErrorCodes.WrongPostalCode).WithData("Value", raw!);
}
