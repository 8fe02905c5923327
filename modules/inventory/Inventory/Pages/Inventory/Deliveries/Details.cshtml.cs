using Inventory.Deliveries;
using Kernel.Reading;
using Kernel.Texts;
using Microsoft.AspNetCore.Authorization;
using Parties.Links;
using Parties.Parties;

namespace Inventory.Web.Deliveries;

/// <summary>A delivery or a return, to read and to print.</summary>
[Authorize(InventoryPermissions.Deliveries.Default)]
[Reads(InventoryPermissions.Deliveries.Default, Id = "id")]
public class DetailsModel(IDeliveryAppService deliveries, IPartyReader parties, PartyLinks partyLinks) : InventoryPageModel
{
    public DeliveryDto Delivery { get; private set; } = null!;
    public string PartyUrl { get; private set; } = "";

    /// <summary>Where the goods go, as far as the reader sees addresses.</summary>
    public string? Address { get; private set; }

    public bool CanTakeBack { get; private set; }

    public virtual async Task OnGetAsync(Guid id)
    {
        Delivery = await deliveries.GetAsync(id);
        PartyUrl = await partyLinks.PrimaryUrlAsync(Delivery.PartyId);
        Address = (await parties.FindCardAsync(Delivery.PartyId))?.Addresses.FirstOrDefault() is { } address
            ? new[] { address.Province, address.City, address.Text }.Where(part => !string.IsNullOrWhiteSpace(part)).OfType<string>().Listed()
            : null;
        CanTakeBack = Delivery.CanComeBack && await AuthorizationService.IsGrantedAsync(InventoryPermissions.Deliveries.TakeBack);
    }
}
