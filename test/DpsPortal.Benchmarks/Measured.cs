using System.Globalization;

namespace DpsPortal.Benchmarks;

/// <summary>Percentiles in milliseconds, the first calls left out.</summary>
internal sealed record Measured(double P50, double P95, int Bytes)
{
    private const int WarmUps = 3;

    public static async Task<Measured> OfAsync(Func<Task<(TimeSpan Took, int Bytes)>> ask, int rounds)
    {
        for (var i = 0; i < WarmUps; i++)
        {
            await ask();
        }

        var took = new List<double>(rounds);
        var bytes = 0;
        for (var i = 0; i < rounds; i++)
        {
            var answer = await ask();
            took.Add(answer.Took.TotalMilliseconds);
            bytes = answer.Bytes;
        }

        took.Sort();
        return new Measured(took[rounds / 2], took[(int)Math.Ceiling(rounds * 0.95) - 1], bytes);
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{P50:0}, {P95:0} ms");
}
