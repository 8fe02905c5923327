namespace Workspace.Administration.Permissions;

/// <summary>
/// What changed cells mean for the grants beneath: a wider level brings the narrower ones, a child brings its parents, a
/// parent takes its children along.
/// </summary>
public record RightsPlan(IReadOnlyList<string> Given, IReadOnlyList<string> Taken)
{
    /// <param name="granted">What the holder has now.</param>
    public static RightsPlan Of(IReadOnlyCollection<Right> rights, IEnumerable<RightChange> changes, IReadOnlySet<string> granted)
    {
        var (give, take) = (new HashSet<string>(), new HashSet<string>());
        foreach (var change in changes)
        {
            if (rights.FirstOrDefault(right => right.Key == change.Key) is not { IsOff: false } right) { continue; }
            var to = Math.Clamp(change.To, 0, right.Steps.Count);
            if (to > change.From)
            {
                give.UnionWith(right.Above);
                give.UnionWith(right.Steps.Take(to));
            }
            else
            {
                take.UnionWith(right.Steps.Skip(to));
                if (to == 0 && right.Kind == RightKind.Toggle)
                {
                    take.UnionWith(rights.Where(below => below.Above.Contains(right.Key)).SelectMany(below => below.Steps));
                }
            }
        }
        return new RightsPlan([.. give.Except(granted).Order(StringComparer.Ordinal)], [.. take.Except(give).Intersect(granted).Order(StringComparer.Ordinal)]);
    }
}
