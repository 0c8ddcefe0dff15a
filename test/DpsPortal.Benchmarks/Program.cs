using System.Globalization;
using DpsPortal.Benchmarks;

// Asks a running portal of demo data for every list that grows, at a tenth of a region and at a whole one, and prints
// a table of the 50th and 95th percentile. Used by etc/benchmark.sh; changes the database it is given.
const int rounds = 40;
const double most = 150;
var portal = new Uri(Variable("DPS_BASE_URL"));
var password = Variable("DPS_DEMO_PASSWORD");
var growth = new Growth(Variable("DPS_SUPERUSER"));
var results = new Dictionary<string, List<Measured>>();
foreach (var (providers, documents) in new[] { (250, 10_000), (2_500, 100_000) })
{
    await growth.GrowToAsync(providers, documents);
    Console.WriteLine($"- {await growth.DescribeAsync()}");
    foreach (var question in Question.All)
    {
        using var caller = await Caller.SignInAsync(portal, question.Who + "@example.org", password);
        var path = question.IdFrom is null
            ? question.Path
            : question.Path.Replace(
                "{id}", await caller.FirstAsync(question.IdFrom, question.IdProperty), StringComparison.Ordinal);
        results.TryAdd(question.Name, []);
        var measured = await Measured.OfAsync(() => caller.AskAsync(path), rounds);
        await Console.Error.WriteLineAsync($"{question.Name}: {measured}");
        results[question.Name].Add(measured);
    }
}

Console.WriteLine();
Console.WriteLine("| Question | a tenth: p50, p95 | whole: p50, p95 | growth of p50 | answer |");
Console.WriteLine("|---|---|---|---|---|");
foreach (var (name, (tenth, whole)) in results.Select(r => (r.Key, (r.Value[0], r.Value[1]))))
{
    Console.WriteLine($"| {name} | {tenth} | {whole} | {Times(whole.P50 / tenth.P50)} | {Kilobytes(whole.Bytes)} |");
}

var slow = results.Where(r => r.Value[1].P95 > most).Select(r => r.Key).ToList();
Console.WriteLine(slow.Count == 0 ? $"\nall within {most} ms" : $"\nover {most} ms: {string.Join(", ", slow)}");
return slow.Count == 0 ? 0 : 1;

static string Variable(string name) =>
    Environment.GetEnvironmentVariable(name) ?? throw new InvalidOperationException($"Set {name}.");

static string Times(double growth) => growth.ToString("× 0.0", CultureInfo.InvariantCulture);

static string Kilobytes(int bytes) => (bytes / 1024.0).ToString("0.0 kB", CultureInfo.InvariantCulture);
