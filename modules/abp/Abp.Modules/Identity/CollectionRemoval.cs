namespace Volo.Abp.Identity;

internal static class CollectionRemoval
{
    public static void RemoveWhere<T>(this ICollection<T> items, Func<T, bool> predicate)
    {
        foreach (var item in items.Where(predicate).ToList())
        {
            items.Remove(item);
        }
    }
}
