using Kernel.Reading;
using Kernel.Rights;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Parties.Links;
using Parties.Parties;

namespace Parties.Web;

[Authorize(PartiesPermissions.Parties.Edit)]
[Reads(PartiesPermissions.Parties.Default, Id = "id")]
public class EditModel(IPartyAppService parties, IPartyReader reader, PartyLinks links) : PartyFormPageModel
{
    public PartyDto Party { get; private set; } = null!;

    public override bool MayWrite(FieldAccess access) => access == FieldAccess.Changeable;

    public override IReadOnlyList<PartyContactPointDto> Fixed => Party.ContactPoints.FindAll(point => !MayWrite(Access.Of(point.Type)));

    public virtual async Task OnGetAsync(Guid id)
    {
        Party = await parties.GetAsync(id);
        (Access, Groups) = (Party.Access, await reader.GetGroupsAsync());
        Input = PartyForm.Of(Party);
    }

    /// <param name="stamp">Of the party as the form showed it.</param>
    public virtual async Task<IActionResult> OnPostAsync(Guid id, string stamp)
    {
        ValidateModel();
        await parties.UpdateAsync(id, Input.To(new UpdatePartyDto { ConcurrencyStamp = stamp }));
        Toast(L["Saved"]);
        return Redirect(await links.PrimaryUrlAsync(id));
    }
}
