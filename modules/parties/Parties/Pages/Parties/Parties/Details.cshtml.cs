using Kernel.Components;
using Kernel.Reading;
using Kernel.Rights;
using Kernel.Users;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Parties.Links;
using Parties.Parties;
using Volo.Abp.Uow;
using Volo.Abp.Users;

namespace Parties.Web;

/// <summary>What is known about a party; where CRM is installed, its customer's file shows all the rest.</summary>
[Authorize(PartiesPermissions.Parties.Default)]
[Reads(PartiesPermissions.Parties.Default, Id = "id")]
public class DetailsModel(
    IPartyReader reader, IPartyAppService parties, PartyLinks links, Reveals reveals, IExternalUserLookupServiceProvider users) : PartiesPageModel
{
    private const int MaxOwners = 20;

    public PartyCard Party { get; private set; } = null!;
    public IReadOnlyList<PartyLink> Links { get; private set; } = [];
    public Guid? OwnerId { get; private set; }
    public string? OwnerName { get; private set; }
    public bool CanEdit { get; private set; }
    public bool CanDelete { get; private set; }
    public bool CanSetOwner { get; private set; }

    public virtual async Task<IActionResult> OnGetAsync(Guid id)
    {
        Party = await reader.GetCardAsync(id);
        Links = await links.OfAsync(id);
        OwnerId = Party.OwnerId;
        OwnerName = OwnerId is { } ownerId && await users.FindByIdAsync(ownerId) is { } owner ? owner.FullName() : null;
        CanEdit = await AuthorizationService.IsGrantedAsync(PartiesPermissions.Parties.Edit);
        CanDelete = await AuthorizationService.IsGrantedAsync(PartiesPermissions.Parties.Delete);
        CanSetOwner = await AuthorizationService.IsGrantedAsync(PartiesPermissions.Parties.SetOwner);
        return PageOr("_Owner");
    }

    [UnitOfWork(isTransactional: false)] // so that the ledger has a transaction of its own
    public virtual async Task<IActionResult> OnPostRevealAsync(Guid id, PartyField field)
    {
        ValidateModel();
        await reveals.ShowAsync(PartiesPermissions.Parties.Fields.Of(field), id, () => OnGetAsync(id));
        return PageOr("_Revealed");
    }

    public virtual async Task<IActionResult> OnGetOwnersAsync(string? term) =>
        Lookup((await users.SearchAsync(filter: term, maxResultCount: MaxOwners))
            .Select(user => new LookupItem(user.Id.ToString(), user.FullName(), user.UserName)));

    public virtual async Task<IActionResult> OnPostOwnerAsync(Guid id, Guid? ownerId)
    {
        await parties.SetOwnerAsync(id, ownerId);
        Toast(L["Saved"]);
        await CurrentUnitOfWork!.SaveChangesAsync();
        return await reader.FindCardAsync(id) is null ? RedirectToPage("Index") : RedirectToPage("Details", new { id }); // it may have left the reader's sight
    }

    public virtual async Task<IActionResult> OnPostDeleteAsync(Guid id)
    {
        await parties.DeleteAsync(id);
        return RedirectToPage("Index", new { deleted = id });
    }
}
