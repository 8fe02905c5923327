using Crm.CheckLists;

namespace Crm.Web;

/// <summary>Check lists on a page that has the handlers Tick, Untick, AddCheck, ApplyCheck and RemoveCheck.</summary>
/// <param name="Into">What htmx replaces.</param>
public record CheckPanel(IReadOnlyList<CheckItemRow> Items, IReadOnlyList<CheckListChoiceDto> Choices, bool MayEdit, string Into)
{
    public AddCheckItemDto Check { get; } = new();
    public int Done => Items.Count(item => item.IsDone);

    /// <summary>Those whose items are not there yet.</summary>
    public IEnumerable<CheckListChoiceDto> Others => Choices.Where(list => Items.All(item => item.TemplateId != list.Id));
}
