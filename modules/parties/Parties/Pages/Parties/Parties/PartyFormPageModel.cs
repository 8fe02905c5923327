using Microsoft.AspNetCore.Mvc;

namespace Parties.Web;

/// <summary>The form that creating and editing share.</summary>
public abstract class PartyFormPageModel : PartiesPageModel
{
    [BindProperty] public PartyForm Input { get; set; } = new();
}
