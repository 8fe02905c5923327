using Workspace.Administration.Permissions;

namespace Workspace.Pages.Administration.Permissions;

/// <summary>
/// How a matrix travels through a form: what was granted when it was drawn, what is checked now, and levels as "from to". So a
/// cell that nobody touched changes nothing, whatever happened to it meanwhile.
/// </summary>
public static class MatrixForm
{
    public const string Was = "was", Granted = "granted", Level = "level";

    /// <summary>More cells than a form usually has fields.</summary>
    public const int MaxFields = 20_000;

    public static string Cell(Guid holder, string key) => $"{holder} {key}";

    public static string Step(Guid holder, string key, int from, int to) => $"{holder} {key} {from} {to}";

    public static List<RightChange> Changes(IFormCollection form)
    {
        var was = form[Was].SelectMany(Cells).ToHashSet();
        var now = form[Granted].Select(value => Parse(value?.Split(' '))).OfType<(Guid, string)>().ToHashSet();
        return
        [
            .. now.Except(was).Select(cell => new RightChange(cell.Item1, cell.Item2, 0, 1)),
            .. was.Except(now).Select(cell => new RightChange(cell.Item1, cell.Item2, 1, 0)),
            .. form[Level].Select(ParseStep).OfType<RightChange>().Where(change => change.From != change.To)
        ];
    }

    /// <summary>A whole group of a column: "holder group 1" gives all of it, 0 takes it.</summary>
    public static IEnumerable<RightChange> Bulk(string? bulk, RightsMatrix matrix)
    {
        var parts = bulk?.Split(' ');
        if (Parse(parts) is not var (holderId, groupName) || parts is not [_, _, var direction]
            || matrix.Holders.FirstOrDefault(each => each.Id == holderId) is not { } holder
            || matrix.Groups.FirstOrDefault(each => each.Name == groupName) is not { } group)
        {
            return [];
        }
        return group.Rights.Where(right => !right.IsOff)
            .Select(right => new RightChange(holderId, right.Key, right.LevelIn(holder.Granted), direction == "1" ? right.Steps.Count : 0))
            .Where(change => change.From != change.To);
    }

    private static IEnumerable<(Guid, string)> Cells(string? line) =>
        line?.Split(' ') is [var holder, .. var keys] && Guid.TryParse(holder, out var id) ? keys.Select(key => (id, key)) : [];

    private static (Guid, string)? Parse(string[]? parts) =>
        parts is [var holder, var key, ..] && Guid.TryParse(holder, out var id) ? (id, key) : null;

    private static RightChange? ParseStep(string? value) =>
        value?.Split(' ') is [var holder, var key, var from, var to] && Guid.TryParse(holder, out var id) && int.TryParse(from, out var before) && int.TryParse(to, out var after)
            ? new RightChange(id, key, before, after) : null;
}

/// <summary>What the table shows: rows that match, one column for each holder.</summary>
public record MatrixView(RightsMatrix Matrix, bool IsUser = false)
{
    public const int Columns = 6;

    public static RightsMatrix Narrow(RightsMatrix matrix, string? text, bool onlyDifferences)
    {
        var key = Kernel.Texts.PersianText.SearchKey(text);
        bool Matches(RightGroup group, Right right) => key.Length == 0
            || Kernel.Texts.PersianText.SearchKey($"{group.Text} {right.Text} {right.Key}").Contains(key, StringComparison.Ordinal)
            || group.Rights.Any(below => below.Above.Contains(right.Key) && Kernel.Texts.PersianText.SearchKey($"{below.Text} {below.Key}").Contains(key, StringComparison.Ordinal));
        bool Differs(Right right) => !onlyDifferences || matrix.Holders.Select(holder => right.LevelIn(holder.Granted)).Distinct().Count() > 1;
        return matrix with
        {
            Groups = [.. matrix.Groups.Select(group => group with { Rights = [.. group.Rights.Where(right => Matches(group, right) && Differs(right))] }).Where(group => group.Rights.Count > 0)]
        };
    }
}
