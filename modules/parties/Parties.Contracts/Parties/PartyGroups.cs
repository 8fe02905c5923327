using Kernel.Texts;
using Volo.Abp;

namespace Parties.Parties;

/// <summary>A group of customers, such as dealers, is what people call it. Prices and credit may differ by group.</summary>
public static class PartyGroups
{
    /// <returns>The name as it is stored, and the key under which letters and digits of either kind are one; nulls for none.</returns>
    public static (string? Name, string? Key) Read(string? typed)
    {
        var name = Check.Length(PersianText.Clean(typed) is { Length: > 0 } clean ? clean : null, nameof(typed), PartyConsts.MaxGroupLength);
        return (name, name is null ? null : PersianText.CompactKey(name));
    }
}
