using System.ComponentModel.DataAnnotations;
using Inventory.Deliveries;
using Kernel.Reading;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Inventory.Web.Deliveries;

/// <summary>Gives goods of an order out: all that is open unless less is typed.</summary>
[Authorize(InventoryPermissions.Deliveries.Issue)]
[Reads(InventoryPermissions.Deliveries.Default, Id = "id")]
public class DeliverModel(IDeliveryOrderAppService orders, WarehouseChoices warehouses, IEnumerable<IDeliveryObjections> objections) : InventoryPageModel
{
    [BindProperty] public DateOnly Date { get; set; }
    [BindProperty] public Guid? WarehouseId { get; set; }

    [BindProperty, StringLength(DeliveryConsts.MaxNoteLength)]
    public string? Note { get; set; }

    [BindProperty, StringLength(DeliveryConsts.MaxOverrideReasonLength)]
    public string? OverrideReason { get; set; }

    [BindProperty] public string? Stamp { get; set; }
    [BindProperty] public List<MovedLineInput> Lines { get; set; } = [];

    public DeliveryOrderDto Order { get; private set; } = null!;
    /// <summary>What stands against all that is open going out today.</summary>
    public IReadOnlyList<DeliveryObjection> Objections { get; private set; } = [];

    public IReadOnlyList<SelectListItem> WarehouseChoices { get; private set; } = [];
    public bool AsksSerials => Order.Lines.Any(line => line is { TracksSerials: true, Open: > 0 });

    public DeliveryOrderLineDto LineOf(int ordinal) => Order.Lines.First(line => line.Ordinal == ordinal);

    public virtual async Task OnGetAsync(Guid id)
    {
        Order = await orders.GetAsync(id);
        WarehouseChoices = await warehouses.GetAsync();
        (Date, Stamp, WarehouseId) = (Today, Order.ConcurrencyStamp, Order.WarehouseId);
        Lines = [.. Order.Lines.Where(line => line.Open > 0).Select(line => new MovedLineInput { Ordinal = line.Ordinal, Quantity = line.Open })];
        Objections = await FindObjectionsAsync(id);
    }

    public virtual async Task<IActionResult> OnPostAsync(Guid id)
    {
        ValidateModel();
        var delivery = await orders.DeliverAsync(id, new DeliverDto
        {
            Date = Date, WarehouseId = WarehouseId, Note = Note, OverrideReason = OverrideReason, ConcurrencyStamp = Stamp, Lines = Lines.ConvertAll(line => line.ToDto()),
        });
        Toast(L["DeliveryIssued"]);
        return Redirect(DeliveryUrls.Details(delivery));
    }

    private async Task<List<DeliveryObjection>> FindObjectionsAsync(Guid id)
    {
        var (open, found) = (Order.Lines.Where(line => line.Open > 0).ToDictionary(line => line.Ordinal, line => line.Open), new List<DeliveryObjection>());
        foreach (var one in objections)
        {
            if (await one.FindAsync(id, Today, open) is { } objection)
            {
                found.Add(objection);
            }
        }
        return found;
    }
}
