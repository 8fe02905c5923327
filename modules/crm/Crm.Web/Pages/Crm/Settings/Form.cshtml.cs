using Crm.Choices;
using Crm.LeadForms;
using Crm.Permissions;
using Kernel.Components;
using Kernel.Users;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Volo.Abp.Users;

namespace Crm.Web.Settings;

/// <summary>One public form, new or again, with the address at which people find it.</summary>
[Authorize(CrmPermissions.SellingSettings.Default)]
public class FormModel(ILeadFormAppService forms, IChoiceAppService choices, IExternalUserLookupServiceProvider users) : CrmPageModel
{
    private const int MaxOwners = 20;

    [BindProperty(SupportsGet = true)] public Guid? Id { get; set; }
    [BindProperty] public SaveLeadFormDto Input { get; set; } = new();

    public bool IsClosed { get; private set; }
    public string? OwnerName { get; private set; }

    /// <summary>Where the public finds it; null for a new one.</summary>
    public string? Address { get; private set; }
    public string Embed => $"<iframe src=\"{Address}\" width=\"100%\" height=\"640\" frameborder=\"0\" title=\"{System.Net.WebUtility.HtmlEncode(Input.Title)}\"></iframe>";
    public string Here => CrmUrls.LeadForm(Id);
    public IReadOnlyList<SelectListItem> Sources { get; private set; } = [];
    public IEnumerable<SelectListItem> Languages => Crm.LeadForms.LeadForm.Languages.Select(language => new SelectListItem(L["Form:Language." + language], language));

    public virtual async Task OnGetAsync()
    {
        Sources = [.. (await choices.GetListAsync()).Where(choice => choice.Kind == ChoiceKind.LeadSource && !choice.IsRetired).Select(choice => new SelectListItem(choice.Name, choice.Id.ToString()))];
        if (Id is { } id)
        {
            var form = await forms.GetAsync(id);
            (Input, IsClosed, OwnerName, Address) = (form.Content, form.IsClosed, form.OwnerName, $"{Request.Scheme}://{Request.Host}{Request.PathBase}{CrmUrls.PublicLeadForm(form.Key)}");
            return;
        }
        (Input.Language, Input.Title, Input.ThankYou) = (Display.Language, L["Form:TitleGiven"], L["Form:ThankYouGiven"]);
    }

    public virtual async Task<IActionResult> OnPostAsync()
    {
        ValidateModel();
        if (Id is { } id)
        {
            await forms.UpdateAsync(id, Input);
        }
        else
        {
            Id = await forms.CreateAsync(Input);
        }
        return Done();
    }

    public virtual async Task<IActionResult> OnPostCloseAsync()
    {
        await forms.CloseAsync(Id!.Value);
        return Done();
    }

    public virtual async Task<IActionResult> OnPostReopenAsync()
    {
        await forms.ReopenAsync(Id!.Value);
        return Done();
    }

    public virtual async Task<IActionResult> OnGetOwnersAsync(string? term) =>
        Lookup((await users.SearchAsync(filter: term, maxResultCount: MaxOwners))
            .Select(user => new LookupItem(user.Id.ToString(), user.FullName(), user.UserName)));

    private RedirectResult Done()
    {
        Toast(L["Saved"]);
        return Redirect(Here);
    }
}
