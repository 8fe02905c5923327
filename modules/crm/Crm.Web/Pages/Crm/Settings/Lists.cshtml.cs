using Crm.Choices;
using Crm.Permissions;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Crm.Web.Settings;

/// <summary>Sources, reasons and competitors.</summary>
[Authorize(CrmPermissions.SellingSettings.Default)]
public class ListsModel(IChoiceAppService choices) : CrmPageModel
{
    /// <summary>The word whose form is open.</summary>
    [BindProperty(SupportsGet = true)] public Guid? Edit { get; set; }

    public IReadOnlyList<ChoiceDto> List { get; private set; } = [];
    public CreateChoiceDto New { get; private set; } = new() { Kind = ChoiceKind.Competitor };
    public UpdateChoiceDto Change { get; private set; } = new();

    public virtual async Task<IActionResult> OnGetAsync()
    {
        List = await choices.GetListAsync();
        if (List.FirstOrDefault(choice => choice.Id == Edit) is { } edited)
        {
            Change = new UpdateChoiceDto { Name = edited.Name, Note = edited.Note };
        }
        return PageOr("_Lists");
    }

    public virtual async Task<IActionResult> OnPostNewAsync([FromForm(Name = nameof(New))] CreateChoiceDto choice)
    {
        ValidateModel();
        await choices.CreateAsync(choice);
        return Done();
    }

    public virtual async Task<IActionResult> OnPostChangeAsync([FromForm(Name = nameof(Change))] UpdateChoiceDto change)
    {
        ValidateModel();
        await choices.UpdateAsync(Edit!.Value, change);
        return Done();
    }

    public virtual async Task<IActionResult> OnPostRetireAsync(Guid choiceId)
    {
        await choices.RetireAsync(choiceId);
        return Done();
    }

    public virtual async Task<IActionResult> OnPostRestoreAsync(Guid choiceId)
    {
        await choices.RestoreAsync(choiceId);
        return Done();
    }

    private RedirectToPageResult Done()
    {
        Toast(L["Saved"]);
        return RedirectToPage();
    }
}
