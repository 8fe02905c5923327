using Kernel.Rights;
using Microsoft.Extensions.Localization;
using Volo.Abp;
using Volo.Abp.DependencyInjection;

namespace Parties.Parties;

/// <summary>How the protected fields of parties leave and are written.</summary>
public class PartyFields(IRights rights, IStringLocalizer<PartiesResource> texts) : ITransientDependency
{
    public async Task<PartyAccess> GetAccessAsync() => new(
        await rights.GetAccessAsync(PartiesPermissions.Parties.Fields.Phone),
        await rights.GetAccessAsync(PartiesPermissions.Parties.Fields.Email),
        await rights.GetAccessAsync(PartiesPermissions.Parties.Fields.Identifiers),
        await rights.GetAccessAsync(PartiesPermissions.Parties.Fields.BirthDate),
        await rights.GetAccessAsync(PartiesPermissions.Parties.Fields.Address));

    /// <summary>A whole telephone or identifier means nothing else; the digits of a number do.</summary>
    /// <exception cref="BusinessException">A whole telephone, identifier or address of mail, by a reader who does not see such.</exception>
    public async Task<PartyAccess> GetAccessAsync(PartySearch search)
    {
        var access = await GetAccessAsync();
        PartyField? meant = search.IsWholePhone ? PartyField.Phone : search.IsWholeIdentifier ? PartyField.Identifiers : search.IsEmail ? PartyField.Email : null;
        return meant is not { } field || access[field] >= FieldAccess.Visible ? access : throw Refusal(PartiesErrorCodes.FieldNotSearchable, field);
    }

    /// <summary>Who makes a party knows what he writes; only a field that he would not even know of is refused.</summary>
    public async Task CheckNewAsync(PartyContentDto input)
    {
        var access = await GetAccessAsync();
        foreach (var field in FieldsIn(input).Where(field => access[field] == FieldAccess.Hidden))
        {
            throw Refusal(PartiesErrorCodes.FieldNotChangeable, field);
        }
    }

    /// <summary>
    /// Puts what is stored in place of what the writer may not change. He may send it as he saw it, or leave it out; anything
    /// else is refused.
    /// </summary>
    public async Task KeepUnchangeableAsync(Party party, PartyContentDto input)
    {
        var access = await GetAccessAsync();
        var (stored, shown) = (party.ToContent(), party.ToContent().As(access));
        foreach (var field in FieldsIn(input).Where(field => access[field] < FieldAccess.Changeable && !IsEcho(field, input, shown)))
        {
            throw Refusal(PartiesErrorCodes.FieldNotChangeable, field);
        }
        if (access.BirthDate < FieldAccess.Changeable)
        {
            input.BirthDate = stored.BirthDate;
        }
        if (access.Identifiers < FieldAccess.Changeable)
        {
            input.Identifiers = stored.Identifiers;
        }
        if (access.Address < FieldAccess.Changeable)
        {
            input.Addresses = stored.Addresses;
        }
        input.ContactPoints =
        [
            .. input.ContactPoints.Where(point => access.Of(point.Type) == FieldAccess.Changeable),
            .. stored.ContactPoints.Where(point => access.Of(point.Type) < FieldAccess.Changeable),
        ];
    }

    private static IEnumerable<PartyField> FieldsIn(PartyContentDto input)
    {
        var points = input.ContactPoints.Select(point => PartyAccess.FieldOf(point.Type)).OfType<PartyField>().Distinct();
        return points
            .Concat(input.Identifiers.Count > 0 ? [PartyField.Identifiers] : [])
            .Concat(input.BirthDate is not null ? [PartyField.BirthDate] : [])
            .Concat(input.Addresses.Count > 0 ? [PartyField.Address] : []);
    }

    private static bool IsEcho(PartyField field, PartyContentDto input, PartyContentDto shown) => field switch
    {
        PartyField.BirthDate => input.BirthDate == shown.BirthDate,
        PartyField.Identifiers => input.Identifiers.All(sent => shown.Identifiers.Exists(own => (own.Type, own.Source, own.Value) == (sent.Type, sent.Source, sent.Value))),
        PartyField.Address => input.Addresses.All(sent => shown.Addresses.Exists(own =>
            (own.Province, own.City, own.Text, own.PostalCode) == (sent.Province, sent.City, sent.Text, sent.PostalCode))),
        _ => input.ContactPoints.Where(sent => PartyAccess.FieldOf(sent.Type) == field)
            .All(sent => shown.ContactPoints.Exists(own => (own.Type, own.Value) == (sent.Type, sent.Value))),
    };

    private BusinessException Refusal(string code, PartyField field) => new BusinessException(code).WithData("Field", texts["Field:" + field].Value);
}
