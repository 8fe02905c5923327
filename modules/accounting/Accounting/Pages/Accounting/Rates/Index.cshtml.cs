using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Accounting.Permissions;
using Accounting.Rates;
using Kernel.Monetary;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Accounting.Web.Rates;

[Authorize(AccountingPermissions.Rates.Default)]
public class IndexModel(IExchangeRateAppService rates, ExchangeRates converter) : AccountingPageModel
{
    [BindProperty(SupportsGet = true)] public DateOnly? AfterDate { get; set; }
    [BindProperty(SupportsGet = true)] public Guid? AfterId { get; set; }
    [BindProperty] public RateInput Input { get; set; } = new();

    public ExchangeRatePage List { get; private set; } = null!;
    public string BaseCurrency { get; private set; } = "";
    public bool MayManage { get; private set; }

    public IEnumerable<SelectListItem> CurrencyChoices =>
        Currencies.All.Where(currency => currency != BaseCurrency).Select(currency => new SelectListItem($"{Display.Unit(currency)} ({currency})", currency));

    public string? NextUrl => !List.HasMore ? null
        : $"{AccountingUrls.Rates}?afterDate={List.Rows[^1].Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}&afterId={List.Rows[^1].Id}";

    public virtual async Task<IActionResult> OnGetAsync()
    {
        BaseCurrency = await converter.GetBaseCurrencyAsync();
        List = await rates.GetListAsync(new ExchangeRateListInput { AfterDate = AfterDate, AfterId = AfterId });
        MayManage = await AuthorizationService.IsGrantedAsync(AccountingPermissions.Rates.Manage);
        Input = new RateInput { Currency = Currencies.Dollar, Date = Today };
        return Page();
    }

    public virtual async Task<IActionResult> OnPostAsync()
    {
        ValidateModel();
        await rates.SetAsync(new SetExchangeRateDto { Currency = Input.Currency, Date = Input.Date, Rate = Input.Rate ?? 0 });
        Toast(L["Done:Saved"]);
        return Redirect(AccountingUrls.Rates);
    }

    public class RateInput
    {
        public string Currency { get; set; } = Currencies.Dollar;
        public DateOnly Date { get; set; }
        [Required] public decimal? Rate { get; set; }
    }
}
