using System.ComponentModel.DataAnnotations;
using Crm.LeadForms;
using Crm.Leads;
using Crm.Web.LeadForms;
using Kernel.Web;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Volo.Abp;

namespace Crm.Web.Forms;

/// <summary>
/// A form of the organisation as the public fills it in: on a page of ours or framed in a page of theirs, without cookie and
/// without script.
/// </summary>
[AllowAnonymous, IgnoreAntiforgeryToken, Embeddable]
public class IndexModel(LeadFormDoor door, LeadFormSeal seal, LeadFormLimits limits) : CrmPageModel
{
    [BindProperty(SupportsGet = true)] public string Key { get; set; } = "";
    [BindProperty(SupportsGet = true)] public bool Sent { get; set; }
    [BindProperty(SupportsGet = true, Name = "utm_source")] public string? UtmSource { get; set; }
    [BindProperty(SupportsGet = true, Name = "utm_medium")] public string? UtmMedium { get; set; }
    [BindProperty(SupportsGet = true, Name = "utm_campaign")] public string? UtmCampaign { get; set; }
    [BindProperty(SupportsGet = true, Name = "utm_term")] public string? UtmTerm { get; set; }
    [BindProperty(SupportsGet = true, Name = "utm_content")] public string? UtmContent { get; set; }

    [BindProperty] public EnquiryInput Input { get; set; } = new();

    /// <summary>A field that people do not see, so that only robots fill it in.</summary>
    [BindProperty] public string? Website { get; set; }
    [BindProperty] public string? Seal { get; set; }

    public PublicLeadForm Form { get; private set; } = null!;

    /// <summary>A fresh one each time the form is drawn; a refused form keeps its number, so that it stays one enquiry.</summary>
    public string NewSeal => seal.Draw(Form.Id);

    public virtual async Task<IActionResult> OnGetAsync()
    {
        if (await door.FindAsync(Key) is not { } form)
        {
            return NotFound();
        }
        Form = form;
        return Display.Language == form.Language || IsRetry ? Page() : Redirect(Here(form.Language, Sent));
    }

    public virtual async Task<IActionResult> OnPostAsync()
    {
        if (await door.FindAsync(Key) is not { } form)
        {
            return NotFound();
        }
        if (!string.IsNullOrEmpty(Website))
        {
            return Redirect(Here(form.Language, sent: true)); // a robot learns nothing
        }
        ValidateModel();
        if (!limits.MaySend(HttpContext))
        {
            throw new BusinessException(CrmErrorCodes.FormTooOften);
        }
        var sending = seal.Read(form.Id, Seal) ?? throw new BusinessException(CrmErrorCodes.FormTooSoonOrLate);
        await door.SendAsync(Key, sending, new LeadEnquiry(
            Input.Name, Input.Company, Input.Position, Input.Mobile, Input.Email, Input.City, Input.Message,
            new LeadUtm(UtmSource, UtmMedium, UtmCampaign, UtmTerm, UtmContent)));
        return Redirect(Here(form.Language, sent: true));
    }

    private string Here(string language, bool sent) => Url.Page(null, new
    {
        Key, Sent = sent ? "true" : null, culture = "en", utm_source = UtmSource, utm_medium = UtmMedium, utm_campaign = UtmCampaign, utm_term = UtmTerm, utm_content = UtmContent,
    }) + "&ui-culture=" + language;

    public class EnquiryInput
    {
        [Required, StringLength(LeadConsts.MaxNameLength)]
        public string? Name { get; set; }

        [StringLength(LeadConsts.MaxNameLength)]
        public string? Company { get; set; }

        [StringLength(LeadConsts.MaxPositionLength)]
        public string? Position { get; set; }

        [StringLength(LeadConsts.MaxContactPointLength)]
        public string? Mobile { get; set; }

        [StringLength(LeadConsts.MaxContactPointLength)]
        public string? Email { get; set; }

        [StringLength(LeadConsts.MaxPlaceLength)]
        public string? City { get; set; }

        [StringLength(LeadConsts.MaxTextLength)]
        public string? Message { get; set; }
    }
}
