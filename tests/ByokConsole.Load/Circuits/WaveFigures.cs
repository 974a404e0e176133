namespace ByokConsole.Load.Circuits;

/// <summary>What was measured of one wave.</summary>
/// <param name="Median">Time to the first rendering, in milliseconds.</param>
/// <param name="Slowest">The same of the slowest but one in a hundred.</param>
/// <param name="Failure">The first error, where some did not open.</param>
internal sealed record WaveFigures(int Opened, int Failed, double Median, double Slowest, string? Failure)
{
    public static WaveFigures Of(IReadOnlyCollection<LiveCircuit> opened, IReadOnlyCollection<Exception> failures)
    {
        double[] times = [.. opened.Select(circuit => circuit.FirstRender.TotalMilliseconds).Order()];
        return new(times.Length, failures.Count, At(times, 0.5), At(times, 0.99), failures.FirstOrDefault()?.Message);
    }

    private static double At(double[] times, double share) => times.Length == 0 ? 0 : times[(int)(share * (times.Length - 1))];
}
