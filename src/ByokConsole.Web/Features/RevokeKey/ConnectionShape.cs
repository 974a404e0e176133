using System.Globalization;
using System.Text;
using ByokConsole.Core.Revocation;

namespace ByokConsole.Web.Features.RevokeKey;

/// <summary>
/// A reading as a stepped area, <see cref="Width"/> by <see cref="Height"/>: one step per minute of the hour before it was asked. A minute
/// without a point is a gap.
/// </summary>
/// <param name="Line">SVG path of the steps.</param>
/// <param name="Area">SVG path of what is below them.</param>
/// <param name="WindowX">Left edge of the window that must be quiet.</param>
/// <param name="WindowWidth">Its width.</param>
/// <param name="Top">Connections at the top line: a round number.</param>
/// <param name="Missing">Minutes up to the window's end that have no point.</param>
public sealed record ConnectionShape(string Line, string Area, int WindowX, int WindowWidth, double Top, int Missing)
{
    public const int Minutes = 60;
    public const int Step = 10;
    public const int Width = Minutes * Step;
    public const int Height = 120;

    public static ConnectionShape Of(ConnectionReading reading)
    {
        var (from, top) = (From(reading), RoundUp(reading.Points.Select(point => point.Value).DefaultIfEmpty(0).Max()));
        var (line, area) = (new StringBuilder(), new StringBuilder());
        var levels = reading.Points
            .Select(point => (X: (int)(point.At - from).TotalMinutes * Step, Y: Height - (int)Math.Round(point.Value / top * Height)))
            .Where(level => level.X is >= 0 and < Width).ToList();
        for (var index = 0; index < levels.Count; index++)
        {
            var (x, y) = levels[index];
            var isNew = index == 0 || levels[index - 1].X + Step != x;
            var isLast = index == levels.Count - 1 || levels[index + 1].X != x + Step;
            line.Append(CultureInfo.InvariantCulture, $"{(isNew ? $"M{x} {y}" : $"V{y}")}H{x + Step}");
            area.Append(CultureInfo.InvariantCulture, $"{(isNew ? $"M{x} {Height}" : "")}V{y}H{x + Step}{(isLast ? $"V{Height}Z" : "")}");
        }
        var known = reading.Points.Count(point => point.At >= from && point.At < reading.QuietTo);
        return new ConnectionShape(
            line.ToString(), area.ToString(), X(reading.QuietFrom, from), X(reading.QuietTo, from) - X(reading.QuietFrom, from), top,
            Math.Max(0, (int)(reading.QuietTo - from).TotalMinutes - known));
    }

    /// <summary>The hour's first minute.</summary>
    public static DateTimeOffset From(ConnectionReading reading)
        => new DateTimeOffset(reading.AskedAt.UtcTicks - (reading.AskedAt.UtcTicks % TimeSpan.TicksPerMinute), TimeSpan.Zero)
            .AddMinutes(-Minutes);

    private static int X(DateTimeOffset at, DateTimeOffset from) => Math.Clamp((int)(at - from).TotalMinutes * Step, 0, Width);

    /// <summary>1, 2 or 5 with zeroes, and at least 2, so that the middle line is a whole number or a half of ten.</summary>
    private static double RoundUp(double value)
    {
        var magnitude = Math.Pow(10, Math.Floor(Math.Log10(Math.Max(2, value))));
        return magnitude * new double[] { 1, 2, 4, 6, 8, 10 }.First(step => step * magnitude >= Math.Max(2, value));
    }
}
