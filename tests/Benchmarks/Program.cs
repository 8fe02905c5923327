using Benchmarks;
using Benchmarks.Floor;

return args is ["floor", .. var rest] ? await FloorServer.RunAsync(rest) : await Benchmark.RunAsync(BenchmarkOptions.From(args), Console.Out);
