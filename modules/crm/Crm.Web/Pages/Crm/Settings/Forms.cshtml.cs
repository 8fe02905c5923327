using Crm.LeadForms;
using Crm.Permissions;
using Microsoft.AspNetCore.Authorization;

namespace Crm.Web.Settings;

/// <summary>The public forms.</summary>
[Authorize(CrmPermissions.SellingSettings.Default)]
public class FormsModel(ILeadFormAppService forms) : CrmPageModel
{
    public IReadOnlyList<LeadFormRow> List { get; private set; } = [];

    public virtual async Task OnGetAsync() => List = await forms.GetListAsync();
}
