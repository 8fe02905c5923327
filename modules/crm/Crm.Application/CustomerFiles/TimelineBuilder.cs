using Crm.Activities;
using Parties.Documents;

namespace Crm.CustomerFiles;

/// <summary>
/// Merges lists that were each cut after so many rows. A cut list says nothing about days before its last row, so the
/// timeline ends there for all of them, and the next part begins with that day.
/// </summary>
public class TimelineBuilder(int max, TimeZoneInfo zone)
{
    private readonly List<TimelineItem> _items = [];
    private DateOnly? _known;

    public void AddTalks(IReadOnlyList<ActivityRow> talks) =>
        AddCut([.. talks.Select(talk => new TimelineItem(DayOf(talk.DoneAt!.Value), talk, null, null))]);

    public void AddDocuments(PartyDocuments documents)
    {
        var titles = documents.Kinds.ToDictionary(kind => kind.Key, kind => kind.Singular);
        foreach (var kind in documents.Rows.GroupBy(row => row.KindKey))
        {
            AddCut([.. kind.Select(row => new TimelineItem(row.Date, null, row, titles.GetValueOrDefault(row.KindKey)))]);
        }
    }

    /// <remarks>A day on which one list alone has more rows than a part holds shows the newest of them; its module's list has all.</remarks>
    public CustomerTimeline Build()
    {
        var items = _items.OrderByDescending(item => item.Day).ThenByDescending(item => item.Talk?.DoneAt).ToList();
        if (_known is not { } known)
        {
            return new CustomerTimeline(items, null);
        }
        var whole = items.Where(item => item.Day > known).ToList();
        return whole.Count > 0
            ? new CustomerTimeline(whole, known.AddDays(1))
            : new CustomerTimeline(items.Where(item => item.Day == known).ToList(), known);
    }

    private DateOnly DayOf(DateTime utc) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(utc, zone));

    private void AddCut(List<TimelineItem> items)
    {
        _items.AddRange(items);
        if (items.Count >= max && items[^1].Day is var last && (_known is null || last > _known))
        {
            _known = last;
        }
    }
}
