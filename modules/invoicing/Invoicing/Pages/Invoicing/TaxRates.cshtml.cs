using System.ComponentModel.DataAnnotations;
using Invoicing.Localization;
using Invoicing.Permissions;
using Invoicing.Taxes;
using Kernel.Web;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Invoicing.Web;

[Authorize(InvoicingPermissions.TaxRates.Default)]
public class TaxRatesModel : KernelPageModel
{
    private readonly ITaxRateAppService _rates;

    [BindProperty] public RateInput Input { get; set; } = new();

    public IReadOnlyList<TaxRateDto> Rates { get; private set; } = [];
    public bool MayManage { get; private set; }

    public TaxRatesModel(ITaxRateAppService rates) => (_rates, LocalizationResourceType) = (rates, typeof(InvoicingResource));

    public virtual async Task<IActionResult> OnGetAsync()
    {
        Rates = await _rates.GetListAsync();
        MayManage = await AuthorizationService.IsGrantedAsync(InvoicingPermissions.TaxRates.Manage);
        Input = new RateInput { From = Today };
        return Page();
    }

    public virtual async Task<IActionResult> OnPostAsync()
    {
        ValidateModel();
        await _rates.SetAsync(new SetTaxRateDto { From = Input.From, Percent = Input.Percent ?? 0 });
        Toast(L["TaxRates.Saved"]);
        return Redirect("/Invoicing/TaxRates");
    }

    public class RateInput
    {
        public DateOnly From { get; set; }
        [Required] public decimal? Percent { get; set; }
    }
}
