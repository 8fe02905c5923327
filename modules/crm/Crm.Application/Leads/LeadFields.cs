using Kernel.Rights;
using Microsoft.Extensions.Localization;
using Parties;
using Parties.Parties;
using Volo.Abp;
using Volo.Abp.DependencyInjection;

namespace Crm.Leads;

/// <summary>
/// Telephones and mail of leads are protected by the same rights as those of parties: whoever does not see telephones sees
/// none here either.
/// </summary>
public class LeadFields(IRights rights, IStringLocalizer<PartiesResource> texts) : ITransientDependency
{
    public async Task<LeadAccess> GetAccessAsync() => new(
        await rights.GetAccessAsync(PartiesPermissions.Parties.Fields.Phone), await rights.GetAccessAsync(PartiesPermissions.Parties.Fields.Email));

    /// <summary>Leaves in <paramref name="fields"/> what the reader sees.</summary>
    public static SaveLeadDto Cover(SaveLeadDto fields, LeadAccess access)
    {
        fields.Mobile = Cover(fields.Mobile, access.Phone, Covered.Phone);
        fields.Phone = Cover(fields.Phone, access.Phone, Covered.Phone);
        fields.Email = Cover(fields.Email, access.Email, Covered.Email);
        return fields;
    }

    /// <exception cref="BusinessException">The reader does not see such fields whole.</exception>
    public async Task CheckSearchAsync(PartyField field)
    {
        if ((await GetAccessAsync())[field] < FieldAccess.Visible)
        {
            throw Refusal(PartiesErrorCodes.FieldNotSearchable, field);
        }
    }

    /// <summary>Who writes a lead down knows what he writes; only a field that he would not even know of is refused.</summary>
    public async Task CheckNewAsync(SaveLeadDto input)
    {
        var access = await GetAccessAsync();
        foreach (var (field, sent) in Sent(input).Where(one => access[one.Field] == FieldAccess.Hidden && !string.IsNullOrWhiteSpace(one.Value)))
        {
            throw Refusal(PartiesErrorCodes.FieldNotChangeable, field);
        }
    }

    /// <summary>Puts what is stored in place of what the writer may not change. He may send it as he saw it, or leave it out.</summary>
    public async Task KeepUnchangeableAsync(SaveLeadDto stored, SaveLeadDto shown, SaveLeadDto input)
    {
        var access = await GetAccessAsync();
        Cover(shown, access);
        foreach (var ((field, sent), (_, seen)) in Sent(input).Zip(Sent(shown)))
        {
            if (access[field] < FieldAccess.Changeable && !string.IsNullOrWhiteSpace(sent) && sent != seen)
            {
                throw Refusal(PartiesErrorCodes.FieldNotChangeable, field);
            }
        }
        if (access.Phone < FieldAccess.Changeable) { (input.Mobile, input.Phone) = (stored.Mobile, stored.Phone); }
        if (access.Email < FieldAccess.Changeable) { input.Email = stored.Email; }
    }

    private static (PartyField Field, string? Value)[] Sent(SaveLeadDto fields) =>
        [(PartyField.Phone, fields.Mobile), (PartyField.Phone, fields.Phone), (PartyField.Email, fields.Email)];

    private static string? Cover(string? value, FieldAccess access, Func<string, string> cover) => access switch
    {
        FieldAccess.Hidden => null,
        FieldAccess.Masked when value is not null => cover(value),
        _ => value,
    };

    private BusinessException Refusal(string code, PartyField field) => new BusinessException(code).WithData("Field", texts["Field:" + field].Value);
}
