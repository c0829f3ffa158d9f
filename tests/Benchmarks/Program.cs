using GridGov.Twin.Benchmarks;
using GridGov.Twin.Benchmarks.Browser;
using GridGov.Twin.Benchmarks.Territory;

// Each benchmark is a file of its own; a new one is added to this list.
IBenchmark[] benchmarks =
[
    new MmcBenchmark(), new TerritoryBenchmark(), new PendingBenchmark(), new ExponentialBenchmark(), new YearBenchmark(), new GrowthBenchmark(),
    new JournalBenchmark(),
    new StreamBenchmark(), new IngestBenchmark(), new LiveBenchmark(), new WhatIfBenchmark(), new ReplicationsBenchmark(),
    new BrowserBenchmark(), new BrowserHeapBenchmark(),
#if ORLEANS_HOST
    new GridGov.Twin.Benchmarks.Cluster.ClusterBenchmark(),
#endif
];

if (args.Length == 0)
{
    foreach (var benchmark in benchmarks)
    {
        Console.WriteLine($"{benchmark.Name,-14} {benchmark.What}");
    }

    return 0;
}

var chosen = benchmarks.FirstOrDefault(b => b.Name == string.Join('-', args));
if (chosen is null)
{
    Console.Error.WriteLine($"there is no benchmark '{string.Join(' ', args)}'; expected one of: {string.Join(", ", benchmarks.Select(b => b.Name))}");
    return 2;
}

chosen.Run(Console.Out);
return 0;
