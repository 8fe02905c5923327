using System.Data.Common;
using Npgsql;

namespace Benchmarks.Measuring;

/// <summary>User and system time of a server and of the PostgreSQL behind it, from /proc: of all processes, not of wall clocks that others share.</summary>
internal sealed class ProcessorTime
{
    private const double MillisecondsPerTick = 10; // USER_HZ is 100 on every Linux

    private readonly int? _postmaster;

    /// <param name="database">SQLite works within the server.</param>
    public ProcessorTime(DbConnection database)
    {
        if (database is not NpgsqlConnection) { return; }
        using var command = database.CreateCommand();
        command.CommandText = "SELECT pg_backend_pid()";
        _postmaster = ReadStat((int)command.ExecuteScalar()!)?.Parent;
    }

    /// <returns>Milliseconds since the start of the server and of its database.</returns>
    public (double Server, double Database) Of(int server) => (ReadStat(server)?.Own ?? 0, _postmaster is { } postmaster ? OfTree(postmaster) : 0);

    private static double OfTree(int postmaster)
    {
        var sum = ReadStat(postmaster) is { } parent ? parent.Own + parent.Ended : 0;
        foreach (var folder in Directory.GetDirectories("/proc"))
        {
            if (int.TryParse(Path.GetFileName(folder), out var process) && ReadStat(process) is { } child && child.Parent == postmaster) { sum += child.Own; }
        }
        return sum;
    }

    private static (int Parent, double Own, double Ended)? ReadStat(int process)
    {
        try
        {
            var text = File.ReadAllText($"/proc/{process}/stat");
            var fields = text[(text.LastIndexOf(')') + 2)..].Split(' ');
            double Sum(int first) => (long.Parse(fields[first], CultureInfo.InvariantCulture) + long.Parse(fields[first + 1], CultureInfo.InvariantCulture)) * MillisecondsPerTick;
            return (int.Parse(fields[1], CultureInfo.InvariantCulture), Sum(11), Sum(13));
        }
        catch (IOException)
        {
            return null; // it has just ended
        }
    }
}
