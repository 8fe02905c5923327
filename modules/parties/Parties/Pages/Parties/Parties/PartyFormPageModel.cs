using Kernel.Rights;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Parties.Parties;

namespace Parties.Web;

/// <summary>The form that creating and editing share. What the writer may not change stands there to read, or not at all.</summary>
public abstract class PartyFormPageModel : PartiesPageModel
{
    [BindProperty] public PartyForm Input { get; set; } = new();

    /// <summary>Those that are there already, so that one group is not written in two ways.</summary>
    public IReadOnlyList<string> Groups { get; protected set; } = [];

    public PartyAccess Access { get; protected set; } = null!;

    public abstract bool MayWrite(FieldAccess access);

    public bool MayWrite(PartyField field) => MayWrite(Access[field]);

    /// <summary>Contact points that stand below the form's own because they cannot be changed.</summary>
    public virtual IReadOnlyList<PartyContactPointDto> Fixed => [];

    public List<SelectListItem> ContactPointTypes =>
        Choices<PartyContactPointType>().FindAll(choice => MayWrite(Access.Of(Enum.Parse<PartyContactPointType>(choice.Value))));
}
