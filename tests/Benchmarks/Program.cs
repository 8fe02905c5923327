using Benchmarks;
using Benchmarks.Crashes;
using Benchmarks.Floor;

return args switch
{
    ["floor", .. var rest] => await FloorServer.RunAsync(rest),
    ["crash", .. var rest] => await CrashServer.RunAsync(rest),
    _ => await Benchmark.RunAsync(BenchmarkOptions.From(args), Console.Out),
};
