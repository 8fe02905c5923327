using System.ComponentModel.DataAnnotations;
using Inventory.Deliveries;
using Kernel.Reading;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Inventory.Web.Deliveries;

/// <summary>Takes goods of a delivery back.</summary>
[Authorize(InventoryPermissions.Deliveries.TakeBack)]
[Reads(InventoryPermissions.Deliveries.Default, Id = "id")]
public class TakeBackModel(IDeliveryAppService deliveries, WarehouseChoices warehouses) : InventoryPageModel
{
    [BindProperty] public DateOnly Date { get; set; }
    [BindProperty] public Guid? WarehouseId { get; set; }

    [BindProperty, StringLength(DeliveryConsts.MaxNoteLength)]
    public string? Note { get; set; }

    [BindProperty] public List<MovedLineInput> Lines { get; set; } = [];

    public DeliveryDto Delivery { get; private set; } = null!;
    public IReadOnlyList<SelectListItem> WarehouseChoices { get; private set; } = [];
    public bool AsksSerials => Delivery.Lines.Any(line => line.Serials.Any(serial => serial.ReturnedOn is null));

    public DeliveryLineDto LineOf(int ordinal) => Delivery.Lines.First(line => line.Ordinal == ordinal);

    public virtual async Task OnGetAsync(Guid id)
    {
        Delivery = await deliveries.GetAsync(id);
        WarehouseChoices = await warehouses.GetAsync();
        Date = Today;
        Lines = [.. Delivery.Lines.Where(line => line.Returned < line.Quantity).Select(line => new MovedLineInput { Ordinal = line.Ordinal })];
    }

    public virtual async Task<IActionResult> OnPostAsync(Guid id)
    {
        ValidateModel();
        var returned = await deliveries.TakeBackAsync(id, new TakeBackDto
        {
            Date = Date, WarehouseId = WarehouseId, Note = Note, Lines = Lines.ConvertAll(line => line.ToDto()),
        });
        Toast(L["ReturnBooked"]);
        return Redirect(DeliveryUrls.Details(returned));
    }
}
