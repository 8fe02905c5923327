using Crm.Customers;
using Crm.Permissions;
using Kernel.Reading;
using Kernel.Web;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Parties.Parties;

namespace Crm.Web.Customers;

[Authorize(CrmPermissions.Customers.Default)]
[Reads(CrmPermissions.Customers.Default, Words = nameof(Q), Rows = "List.Rows")]
public class IndexModel(ICustomerAppService customers, IPartyReader parties) : CrmPageModel
{
    [BindProperty(SupportsGet = true)] public string? Q { get; set; }
    [BindProperty(SupportsGet = true)] public string? Group { get; set; }
    [BindProperty(SupportsGet = true)] public bool Mine { get; set; }
    [BindProperty(SupportsGet = true)] public string? AfterKey { get; set; }
    [BindProperty(SupportsGet = true)] public Guid? AfterId { get; set; }

    public CustomerPage List { get; private set; } = null!;
    public IReadOnlyList<SelectListItem> Groups { get; private set; } = [];
    public bool MayCreate { get; private set; }

    public bool IsFiltered => Mine || !string.IsNullOrEmpty(Group) || !string.IsNullOrWhiteSpace(Q);

    public string? NextUrl => !List.HasMore ? null
        : Url.Page(null, new { Q, Group, Mine = Mine ? "true" : null, AfterKey = List.Rows[^1].SortKey, AfterId = List.Rows[^1].Id });

    public virtual async Task<IActionResult> OnGetAsync()
    {
        MayCreate = await MayAsync(CrmPermissions.Customers.Create);
        if (!Request.IsForFragment()) // the filter is not drawn anew
        {
            Groups = (await parties.GetGroupsAsync()).ConvertAll(group => new SelectListItem(group, group));
        }
        List = await customers.GetListAsync(new CustomerListInput { Text = Q, Group = Group, Mine = Mine, AfterKey = AfterKey, AfterId = AfterId });
        return PageOr("_Customers");
    }
}
