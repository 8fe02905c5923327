using Kernel.Rights;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Parties.Links;
using Parties.Parties;

namespace Parties.Web;

[Authorize(PartiesPermissions.Parties.Create)]
public class CreateModel(IPartyAppService parties, IPartyReader reader, PartyLinks links) : PartyFormPageModel
{
    public PartyTwins Twins { get; private set; } = new([], false);

    public override bool MayWrite(FieldAccess access) => access != FieldAccess.Hidden;
    public PartyLinks Links => links;

    public virtual async Task OnGetAsync(PartyKind kind = PartyKind.Person, string? role = null)
    {
        (Access, Groups) = (await parties.GetAccessAsync(), await reader.GetGroupsAsync());
        Input = PartyForm.New(kind, role);
    }

    /// <param name="twinsSeen">The form was shown with those that look alike, and sent again.</param>
    public virtual async Task<IActionResult> OnPostAsync(bool twinsSeen)
    {
        ValidateModel();
        var party = Input.To(new CreatePartyDto { Kind = Input.Kind });
        if (!twinsSeen && !(Twins = await FindTwinsAsync(party)).IsEmpty)
        {
            (Access, Groups) = (await parties.GetAccessAsync(), await reader.GetGroupsAsync());
            return Page();
        }
        var id = await parties.CreateAsync(party);
        Toast(L["Saved"]);
        return Redirect(await links.PrimaryUrlAsync(id));
    }

    private Task<PartyTwins> FindTwinsAsync(CreatePartyDto party) => parties.GetTwinsAsync(new PartyTwinInput
    {
        Name = party.Kind == PartyKind.Person ? $"{party.FirstName} {party.LastName}" : party.Name,
        Phone = party.ContactPoints.Find(point => point.Type is PartyContactPointType.Mobile or PartyContactPointType.Phone)?.Value,
        NationalId = party.Identifiers.Find(identifier =>
            identifier.Type is PartyIdentifierType.NationalId or PartyIdentifierType.CompanyId)?.Value
    });
}
