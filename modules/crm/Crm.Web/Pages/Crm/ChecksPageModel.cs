using Crm.CheckLists;
using Microsoft.AspNetCore.Mvc;

namespace Crm.Web;

/// <summary>The page of something that has check lists.</summary>
public abstract class ChecksPageModel : CrmPageModel
{
    [BindProperty(SupportsGet = true)] public Guid Id { get; set; }

    public CheckPanel Checks { get; private set; } = null!;

    protected abstract ICheckLists CheckLists { get; }

    public virtual async Task<IActionResult> OnPostTickAsync(Guid itemId)
    {
        await CheckLists.TickAsync(Id, itemId);
        return RedirectToPage();
    }

    public virtual async Task<IActionResult> OnPostUntickAsync(Guid itemId)
    {
        await CheckLists.UntickAsync(Id, itemId);
        return RedirectToPage();
    }

    public virtual async Task<IActionResult> OnPostAddCheckAsync([FromForm(Name = nameof(CheckPanel.Check))] AddCheckItemDto check)
    {
        ValidateModel();
        await CheckLists.AddItemAsync(Id, check);
        return RedirectToPage();
    }

    public virtual async Task<IActionResult> OnPostApplyCheckAsync(Guid templateId)
    {
        await CheckLists.ApplyAsync(Id, templateId);
        return RedirectToPage();
    }

    public virtual async Task<IActionResult> OnPostRemoveCheckAsync(Guid itemId)
    {
        await CheckLists.RemoveItemAsync(Id, itemId);
        return RedirectToPage();
    }

    /// <param name="into">What htmx replaces.</param>
    protected async Task ReadChecksAsync(bool mayEdit, string into) => Checks = new CheckPanel(
        await CheckLists.GetListAsync(Id), mayEdit ? await LazyServiceProvider.LazyGetRequiredService<ICheckListTemplateAppService>().GetChoicesAsync() : [], mayEdit, into);
}
