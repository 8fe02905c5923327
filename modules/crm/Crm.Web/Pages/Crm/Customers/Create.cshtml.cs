using System.ComponentModel.DataAnnotations;
using Crm.Customers;
using Crm.Permissions;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Parties.Parties;

namespace Crm.Web.Customers;

[Authorize(CrmPermissions.Customers.Create)]
public class CreateModel(ICustomerAppService customers, IPartyAppService parties) : CrmPageModel
{
    [BindProperty] public CreateCustomerDto Input { get; set; } = new();

    /// <summary>Who creates has seen the similar ones and means another.</summary>
    [BindProperty] public bool IsAnother { get; set; }

    /// <summary>Known parties that may be the one about to be created.</summary>
    public PartyTwins Twins { get; private set; } = new([], false);

    public PartyAccess Access { get; private set; } = null!;

    [BindProperty(SupportsGet = true), EnumDataType(typeof(PartyKind))]
    public PartyKind Kind { get; set; } = PartyKind.Company;

    public virtual IActionResult OnGet() => Page();

    public virtual async Task<IActionResult> OnPostAsync()
    {
        ValidateModel();
        Input.Kind = Kind;
        if (!IsAnother && !(await FindTwinsAsync()).IsEmpty)
        {
            ModelState.AddModelError("", L["Customer:TwinsFound"]);
            return Retry();
        }
        var id = await customers.CreateAsync(Input);
        Toast(L["Customer:Created"]);
        return Redirect(CrmUrls.File(id));
    }

    /// <summary>The party is known already, only not as a customer.</summary>
    public virtual async Task<IActionResult> OnPostTakeAsync(Guid partyId)
    {
        await parties.AddRoleAsync(partyId, PartyRoles.Customer);
        return Redirect(CrmUrls.File(partyId));
    }

    /// <summary>On a retry what was typed is here only after the handler has run.</summary>
    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        await base.OnPageHandlerExecutionAsync(context, next);
        if (IsRetry)
        {
            Twins = await FindTwinsAsync();
        }
        Access = await parties.GetAccessAsync();
    }

    private async Task<PartyTwins> FindTwinsAsync() => await parties.GetTwinsAsync(new PartyTwinInput
    {
        Name = Kind == PartyKind.Person ? $"{Input.FirstName} {Input.LastName}".Trim() : Input.Name,
        Phone = string.IsNullOrWhiteSpace(Input.Mobile) ? Input.Phone : Input.Mobile,
        NationalId = Input.NationalId,
    });
}
