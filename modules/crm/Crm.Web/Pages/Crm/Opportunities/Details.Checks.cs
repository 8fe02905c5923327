using Crm.CheckLists;
using Microsoft.AspNetCore.Mvc;

namespace Crm.Web.Opportunities;

/// <summary>The opportunity's check lists.</summary>
public partial class DetailsModel
{
    public CheckPanel Checks { get; private set; } = null!;

    private IOpportunityCheckListAppService CheckLists => LazyServiceProvider.LazyGetRequiredService<IOpportunityCheckListAppService>();

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

    private async Task ReadChecksAsync() => Checks = new CheckPanel(
        await CheckLists.GetListAsync(Id), MayEdit ? await LazyServiceProvider.LazyGetRequiredService<ICheckListTemplateAppService>().GetChoicesAsync() : [], MayEdit, "#deal");
}
