using System.Data.Common;

namespace Benchmarks.Measuring;

/// <summary>The list and the board of open deals, and a card that goes one stage on. Each card is moved once: the next move would have to know its new stamp.</summary>
internal sealed class Deals
{
    private readonly List<(Guid Id, DateOnly OpenedOn)> _rows;
    private readonly List<(Guid Id, string Stamp)> _cards;
    private readonly List<Guid> _stages;
    private int _nextOfProduct = -1, _nextOfFloor = -1;

    private Deals(List<(Guid, DateOnly)> rows, List<(Guid, string)> cards, List<Guid> stages) => (_rows, _cards, _stages) = (rows, cards, stages);

    public static Deals Read(DbConnection database, Guid tenantId)
    {
        var stages = Query(database, tenantId, """SELECT s."Id" FROM "CrmPipelineStages" s WHERE s."TenantId" = @t ORDER BY s."Order" """, reader => reader.GetGuid(0));
        var rows = Query(database, tenantId, """SELECT o."Id", o."OpenedOn", o."StageId", o."ConcurrencyStamp" FROM "CrmOpportunities" o WHERE o."TenantId" = @t AND o."State" = 1 ORDER BY o."Id" """,
            reader => (Id: reader.GetGuid(0), On: reader.GetFieldValue<DateOnly>(1), Stage: reader.GetGuid(2), Stamp: reader.GetString(3)));
        return new Deals(
            [.. rows.Where((_, i) => i % 20 == 0).Select(row => (row.Id, row.On))],
            [.. rows.Where(row => row.Stage != stages[0]).Select(row => (row.Id, row.Stamp))], stages);
    }

    /// <summary>Moving goes back to the first stage, which asks for nothing.</summary>
    public IEnumerable<BenchTask> Tasks =>
    [
        new("deals", i => $"/Crm/Opportunities?AfterOn={Of(i).OpenedOn:O}&AfterId={Of(i).Id}", i => $"/deals?on={Of(i).OpenedOn:O}&after={Of(i).Id}"),
        new("board", _ => "/Crm/Opportunities/Board", _ => $"/board?stages={string.Join(',', _stages)}"),
        new("move-card", _ => "/Crm/Opportunities/Board?handler=Move", _ => $"/move?id={TakeForFloor()}&stage={_stages[0]}", IsFragment: true, IsUsedUp: true, Form: _ =>
        {
            var (id, stamp) = Take();
            return [new("id", id.ToString()), new("stageId", _stages[0].ToString()), new("stamp", stamp)];
        }),
    ];

    private (Guid Id, DateOnly OpenedOn) Of(int index) => _rows[index % _rows.Count];

    private (Guid Id, string Stamp) Take()
    {
        var taken = Interlocked.Increment(ref _nextOfProduct);
        return taken < Half ? _cards[taken] : throw new InvalidOperationException($"All {Half} cards are moved; measure for fewer seconds.");
    }

    /// <summary>From the other half: a card that the floor has moved has another stamp.</summary>
    private Guid TakeForFloor() => _cards[Half + Interlocked.Increment(ref _nextOfFloor) % Half].Id;

    private int Half => _cards.Count / 2;

    private static List<T> Query<T>(DbConnection database, Guid tenantId, string statement, Func<DbDataReader, T> read)
    {
        using var command = database.CreateCommand();
        command.CommandText = statement;
        var tenant = command.CreateParameter();
        (tenant.ParameterName, tenant.Value) = ("t", tenantId);
        command.Parameters.Add(tenant);
        var rows = new List<T>();
        using var reader = command.ExecuteReader();
        while (reader.Read()) { rows.Add(read(reader)); }
        return rows;
    }
}
