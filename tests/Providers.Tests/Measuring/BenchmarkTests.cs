using Benchmarks;
using Benchmarks.Measuring;

namespace Providers.Tests.Measuring;

/// <summary>That the benchmark runs and says what got worse; not how fast the product is.</summary>
public class BenchmarkTests
{
    [Fact]
    public async Task The_benchmark_loads_checks_and_measures_every_task()
    {
        var (history, output) = (Path.GetTempFileName(), new StringWriter());
        var options = BenchmarkOptions.From(["--database=Sqlite", "--size=40", "--seconds=0.05", "--rounds=1", "--connections=1", $"--history={history}"]);

        (await Benchmark.RunAsync(options, output)).ShouldBe(0, output.ToString());

        foreach (var task in new[] { "file, 1", "list, 1", "search-name, 1", "search-phone, 1", "export, 1", "ageing, 1", "create-quote, 1", "import, 1", "empty page" }) { output.ToString().ShouldContain($"| {task} |"); }
        var entry = new History(history).FindLast(like: Entry("f", 1, 2))!;
        entry.Comparisons.ShouldAllBe(comparison => comparison.Product.Failures == 0 && comparison.Statements >= 1);
        File.Delete(history);
    }

    [Fact]
    public void What_costs_more_than_before_by_more_than_the_noise_is_named()
    {
        History.Worse(Entry("a", 4, 5), Entry("b", 4.2, 5)).ShouldBeEmpty();
        History.Worse(Entry("a", 4, 5), Entry("b", 8, 5)).ShouldHaveSingleItem().ShouldBe("file, 8 connections: processor 4.0 (3.6–4.4) times the floor, now 8.0 (7.2–8.8)");
        History.Worse(Entry("a", 4, 5), Entry("b", 4, 6)).ShouldHaveSingleItem().ShouldBe("file, 8 connections: 5 statements, now 6");
    }

    private static Entry Entry(string commit, double ratio, int statements)
    {
        var figures = new Figures(100, 1, 2, 3, 1, 1, 0);
        return new Entry(commit, DateTime.UnixEpoch, "Sqlite", "40", "", Clone.Configuration, 1, new Ratio(1, 1, 1), 100, 50, figures, figures,
            [new Comparison("file", 8, figures, figures, new Ratio(ratio, ratio * 0.9, ratio * 1.1), null, 1, statements)], []);
    }
}
