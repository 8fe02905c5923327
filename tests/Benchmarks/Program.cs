using Benchmarks;
using Benchmarks.Crashes;
using Benchmarks.Floor;

return args switch
{
    ["floor", .. var rest] => await FloorServer.RunAsync(rest),
    ["crash", .. var rest] => await CrashServer.RunAsync(rest),
    _ when BenchmarkOptions.Understands(args) => await Benchmark.RunAsync(BenchmarkOptions.From(args), Console.Out),
    _ => Explain(),
};

static int Explain()
{
    Console.Error.WriteLine(BenchmarkOptions.Usage);
    return 2;
}
