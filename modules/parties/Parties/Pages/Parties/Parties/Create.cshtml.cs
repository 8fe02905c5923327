using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Parties.Links;
using Parties.Parties;

namespace Parties.Web;

[Authorize(PartiesPermissions.Parties.Create)]
public class CreateModel(IPartyAppService parties, PartyLinks links) : PartyFormPageModel
{
    public IReadOnlyList<PartyTwinDto> Twins { get; private set; } = [];
    public PartyLinks Links => links;

    public virtual void OnGet(PartyKind kind = PartyKind.Person, string? role = null) => Input = PartyForm.New(kind, role);

    /// <param name="twinsSeen">The form was shown with those that look alike, and sent again.</param>
    public virtual async Task<IActionResult> OnPostAsync(bool twinsSeen)
    {
        ValidateModel();
        var party = Input.To(new CreatePartyDto { Kind = Input.Kind });
        if (!twinsSeen && (Twins = await FindTwinsAsync(party)).Count > 0)
        {
            return Page();
        }
        var id = await parties.CreateAsync(party);
        Toast(L["Saved"]);
        return Redirect(await links.PrimaryUrlAsync(id));
    }

    private Task<List<PartyTwinDto>> FindTwinsAsync(CreatePartyDto party) => parties.GetTwinsAsync(new PartyTwinInput
    {
        Name = party.Kind == PartyKind.Person ? $"{party.FirstName} {party.LastName}" : party.Name,
        Phone = party.ContactPoints.Find(point => point.Type is PartyContactPointType.Mobile or PartyContactPointType.Phone)?.Value,
        NationalId = party.Identifiers.Find(identifier =>
            identifier.Type is PartyIdentifierType.NationalId or PartyIdentifierType.CompanyId)?.Value
    });
}
