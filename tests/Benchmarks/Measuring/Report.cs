namespace Benchmarks.Measuring;

/// <summary>The figures as a table of Markdown.</summary>
internal static class Report
{
    public static async Task WriteAsync(Entry entry, TextWriter output)
    {
        await output.WriteLineAsync(FormattableString.Invariant(
            $"\n{entry.Database}, size {entry.Size}, {entry.Build} build of {entry.Commit} on {entry.Machine}: started in {entry.StartUp:0.0} s, {entry.StartUpRatio} times an empty app, {entry.Memory:0} MB after the run, {entry.OwnMemory:0} of them its own.\n"));
        await output.WriteLineAsync("| task, connections | per s | p50 / p95 / p99 ms | CPU ms | statements | floor: per s, CPU ms | CPU : floor | beyond an empty page : floor | p95 : floor | failed |");
        await output.WriteLineAsync("|---|---|---|---|---|---|---|---|---|---|");
        foreach (var row in entry.Comparisons)
        {
            await output.WriteLineAsync(FormattableString.Invariant(
                $"| {row.Task}, {row.Connections} | {row.Product.PerSecond:0} | {row.Product.P50:0.0} / {row.Product.P95:0.0} / {row.Product.P99:0.0} | {row.Product.Cpu:0.00} (server {row.Product.ServerCpu:0.00}) | {row.Statements:0.#} | {row.Floor.PerSecond:0}, {row.Floor.Cpu:0.00} | {row.Cpu} | {(object?)row.Beyond ?? "—"} | {row.P95:0.0} | {row.Product.Failures} |"));
        }
        if (entry.EmptyPage is { } page) { await output.WriteLineAsync(Empty("empty page", page)); }
        if (entry.EmptyFragment is { } fragment) { await output.WriteLineAsync(Empty("empty fragment", fragment)); }
        foreach (var missing in entry.NotYetBuilt) { await output.WriteLineAsync($"| {missing} | not yet built |"); }
    }

    private static string Empty(string name, Figures figures) => FormattableString.Invariant(
        $"| {name} | {figures.PerSecond:0} | {figures.P50:0.0} / {figures.P95:0.0} / {figures.P99:0.0} | {figures.Cpu:0.00} (server {figures.ServerCpu:0.00}) | | | | | | {figures.Failures} |");
}
