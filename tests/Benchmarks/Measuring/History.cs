using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace Benchmarks.Measuring;

/// <summary>The entries of earlier runs, a line of JSON each, the newest last.</summary>
internal sealed class History(string file)
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All), NumberHandling = System.Text.Json.Serialization.JsonNumberHandling.AllowNamedFloatingPointLiterals };

    /// <summary>Less than this is no change, however small the spread of the rounds.</summary>
    private const double Least = 1.15;

    /// <summary>Statements of an import are a mean, and what works in the background comes between.</summary>
    private const double Rounding = 0.15;

    public void Add(Entry entry) => File.AppendAllText(file, JsonSerializer.Serialize(entry, Json) + "\n");

    public Entry? FindLast(Entry like) => File.Exists(file)
        ? File.ReadLines(file).Where(line => line.Length > 0).Select(line => JsonSerializer.Deserialize<Entry>(line, Json)!)
            .LastOrDefault(entry => entry.Database == like.Database && entry.Size == like.Size && entry.Build == like.Build)
        : null;

    /// <summary>What got worse by more than the noise of both runs: ratios to the floor, since no two machines or hours are alike, and statements.</summary>
    public static IEnumerable<string> Worse(Entry before, Entry now) =>
        from current in now.Comparisons
        let known = before.Comparisons.FirstOrDefault(other => other.Task == current.Task && other.Connections == current.Connections)
        where known is not null
        from complaint in Complaints(known, current)
        select FormattableString.Invariant($"{current.Task}, {current.Connections} connections: {complaint}");

    private static IEnumerable<string> Complaints(Comparison before, Comparison now)
    {
        if (now.Cpu.Low > before.Cpu.High && now.Cpu.Median > before.Cpu.Median * Least) { yield return $"processor {before.Cpu} times the floor, now {now.Cpu}"; }
        if (now.Statements > before.Statements + Rounding) { yield return FormattableString.Invariant($"{before.Statements} statements, now {now.Statements}"); }
        if (now.Product.Failures > before.Product.Failures) { yield return $"{now.Product.Failures} requests failed"; }
    }
}
