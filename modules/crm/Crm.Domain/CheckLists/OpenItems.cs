using Kernel.Texts;
using Volo.Abp;

namespace Crm.CheckLists;

/// <summary>What is mandatory on check lists and not yet seen to, as a refusal names it.</summary>
internal static class OpenItems
{
    public static IEnumerable<string> Quoted(this IEnumerable<string> items) => items.Select(item => $"«{item}»");

    /// <exception cref="BusinessException">There are some.</exception>
    public static void Refuse(IReadOnlyCollection<string> items, string? title)
    {
        if (items.Count > 0)
        {
            throw new BusinessException(CrmErrorCodes.CheckItemsOpen).WithData("Title", title ?? "").WithData("Items", items.Quoted().Listed());
        }
    }
}
