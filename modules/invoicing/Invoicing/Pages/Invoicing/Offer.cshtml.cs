using System.ComponentModel.DataAnnotations;
using Invoicing.Documents;
using Invoicing.Localization;
using Invoicing.Quotes;
using Kernel.Web;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Volo.Abp.AspNetCore.Mvc.UI.Theming;
using Volo.Abp.Domain.Entities;

namespace Invoicing.Web;

/// <summary>
/// A quote as its customer sees it by the link that was sent to him, without signing in. A link that is not ours and one whose
/// quote is gone are both not found. Requests are limited for each address as at every door that is open to anyone.
/// </summary>
[AllowAnonymous]
public class OfferModel(QuoteDoor door, IThemeManager themes) : KernelPageModel
{
    [BindProperty(SupportsGet = true)] public string Token { get; set; } = "";
    [BindProperty] public AnswerInput Input { get; set; } = new();

    public QuoteOfferDto Offer { get; private set; } = null!;
    public string LayoutName => themes.CurrentTheme.GetLayout(StandardLayouts.Empty);

    public virtual async Task<IActionResult> OnGetAsync()
    {
        LocalizationResourceType = typeof(InvoicingResource);
        Offer = await door.FindAsync(Token) ?? throw new EntityNotFoundException();
        Response.Headers["X-Robots-Tag"] = "noindex";
        return Page();
    }

    public virtual Task<IActionResult> OnPostAcceptAsync() => AnswerAsync(accepts: true);

    public virtual Task<IActionResult> OnPostDeclineAsync() => AnswerAsync(accepts: false);

    private async Task<IActionResult> AnswerAsync(bool accepts)
    {
        ValidateModel();
        return await door.AnswerAsync(Token, accepts, Input.Name, Input.Remark)
            ? Redirect(Request.PathBase + Request.Path)
            : throw new EntityNotFoundException();
    }

    public class AnswerInput
    {
        [StringLength(DocumentConsts.MaxAnswerNameLength)]
        public string? Name { get; set; }

        [StringLength(DocumentConsts.MaxAnswerRemarkLength)]
        public string? Remark { get; set; }
    }
}
