namespace Benchmarks.Measuring;

/// <summary>Rounds in which the floor, an empty page or fragment of the product, and the task had their turn one after the other.</summary>
internal sealed class Turns
{
    /// <summary>The one search with no words: the signed-in shell with nothing in it.</summary>
    private const string Nothing = "/Search";

    private readonly List<Slice> _floor = [], _product = [], _page = [], _fragment = [];
    private bool _isFragment;

    public Figures EmptyPage => Figures.Of(_page);
    public Figures EmptyFragment => Figures.Of(_fragment);

    public static async Task<Turns> TakeAsync(Load load, BenchmarkOptions options, int connections, ServerProcess product, ServerProcess floor, Visit visit, BenchTask task)
    {
        var (turns, length) = (new Turns { _isFragment = task.IsFragment }, TimeSpan.FromSeconds(options.Seconds));
        for (var round = 0; round < options.Rounds; round++)
        {
            turns._floor.Add(await load.RunAsync(floor, task.AskFloor, connections, length));
            turns._product.Add(await load.RunAsync(product, i => visit.Ask(task, i), connections, length, task.IsFile, visit));
            turns._page.Add(await load.RunAsync(product, _ => visit.Get(Nothing, isFragment: false), connections, length / 2, visit: visit));
            turns._fragment.Add(await load.RunAsync(product, _ => visit.Get(Nothing, isFragment: true), connections, length / 2, visit: visit));
        }
        return turns;
    }

    public Comparison Compare(BenchTask task, int connections, double statements)
    {
        var (product, floor, empty) = (Figures.Of(_product), Figures.Of(_floor), _isFragment ? _fragment : _page);
        return new Comparison(task.Name, connections, product, floor,
            Ratio.Of(_product.Zip(_floor, (ours, theirs) => ours.Cpu / theirs.Cpu)),
            // What is written answers with no page.
            task.Form is not null ? null : Ratio.Of(_product.Zip(_floor).Zip(empty, (pair, nothing) => (pair.First.Cpu - nothing.Cpu) / pair.Second.Cpu)),
            product.P95 / floor.P95, statements);
    }
}
