namespace Benchmarks.Measuring;

/// <summary>What the rounds of one side of a comparison showed.</summary>
/// <param name="Cpu">Milliseconds of processor for each request, of server and database; the median of the rounds, as are the others.</param>
/// <param name="Milliseconds">Percentiles over all requests.</param>
public record Figures(double PerSecond, double P50, double P95, double P99, double Cpu, double ServerCpu, int Failures)
{
    internal static Figures Of(IReadOnlyList<Slice> rounds)
    {
        var all = rounds.SelectMany(round => round.Milliseconds).Order().ToList();
        double Percentile(double share) => all[Math.Min(all.Count - 1, (int)(all.Count * share))];
        return new Figures(
            Median(rounds.Select(round => round.PerSecond)), Percentile(0.5), Percentile(0.95), Percentile(0.99),
            Median(rounds.Select(round => round.Cpu)), Median(rounds.Select(round => round.ServerCpu)), rounds.Sum(round => round.Failures));
    }

    internal static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return sorted.Count % 2 == 1 ? sorted[sorted.Count / 2] : (sorted[sorted.Count / 2 - 1] + sorted[sorted.Count / 2]) / 2;
    }
}

/// <summary>A quotient of two things measured turn about: the median of the rounds, and between which the middle of them lies.</summary>
public record Ratio(double Median, double Low, double High)
{
    internal static Ratio Of(IEnumerable<double> rounds)
    {
        var sorted = rounds.Order().ToList();
        return new Ratio(Figures.Median(sorted), sorted[sorted.Count / 4], sorted[sorted.Count - 1 - sorted.Count / 4]);
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Median:0.0} ({Low:0.0}–{High:0.0})");
}

/// <param name="Cpu">The product's processor time to the floor's.</param>
/// <param name="Beyond">The same after taking off what an empty page, or an empty fragment, of the signed-in shell costs.</param>
/// <param name="P95">Of the times that a visitor waits.</param>
/// <param name="Statements">That the product sends for one request, or for one row of an import, when all is warm.</param>
public record Comparison(string Task, int Connections, Figures Product, Figures Floor, Ratio Cpu, Ratio? Beyond, double P95, double Statements);

/// <summary>One line of the history.</summary>
/// <param name="Memory">Of the product after the run, resident, in MB.</param>
/// <param name="OwnMemory">Of that what is in no file; 0 in entries from before it was measured.</param>
/// <param name="StartUp">Seconds to the first page on an existing database.</param>
/// <param name="EmptyPage">Null, as the fragment, where only the import was measured.</param>
/// <param name="StartUpRatio">The same to those of an empty app with Identity and EF Core; null in entries from before it was measured.</param>
public record Entry(
    string Commit, DateTime At, string Database, string Size, string Machine, string Build, double StartUp, Ratio? StartUpRatio, double Memory, double OwnMemory, Figures? EmptyPage, Figures? EmptyFragment, IReadOnlyList<Comparison> Comparisons, IReadOnlyList<string> NotYetBuilt);
