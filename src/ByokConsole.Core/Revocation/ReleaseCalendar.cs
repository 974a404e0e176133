using System.Globalization;
using System.Text;
using ByokConsole.Core.Provisioning;

namespace ByokConsole.Core.Revocation;

/// <summary>The day of a key's release as a calendar file (RFC 5545).</summary>
public static class ReleaseCalendar
{
    private const int MaxOctets = 75;

    /// <summary>The file, or null while the date is not fixed.</summary>
    /// <param name="address">Where the run is to be seen.</param>
    /// <param name="consoleNow">The console's clock.</param>
    public static string? Of(Run run, Uri address, DateTimeOffset consoleNow)
    {
        if (run.Input.RegistrationId is not { } registration || FourDates.Of(run, consoleNow).KeyReleased is not { State: not MilestoneState.Estimated, At: { } at })
            return null;
        var what = run.Facts.Removal!.DeletesRegistration
            ? $"Five days after cluster {run.Subject} was deleted. The console then deletes registration {registration} by itself."
            : $"Five days after cluster {run.Subject} was deleted. Registration {registration} can then be used again or deleted.";
        string[] lines =
        [
            "BEGIN:VCALENDAR",
            "VERSION:2.0",
            "PRODID:-//ByokConsole//Release of a key//EN",
            "CALSCALE:GREGORIAN",
            "BEGIN:VEVENT",
            // The same run is the same event: a second file moves it, and makes no other.
            $"UID:{run.Id}-release@byokconsole",
            $"DTSTAMP:{Stamp(consoleNow)}",
            $"DTSTART:{Stamp(at)}",
            $"DTEND:{Stamp(at.AddMinutes(15))}",
            $"SUMMARY:{Escape($"Key of {run.Subject} is released")}",
            $"DESCRIPTION:{Escape($"{what}\n{address}")}",
            $"URL:{address.AbsoluteUri}",
            "TRANSP:TRANSPARENT",
            "END:VEVENT",
            "END:VCALENDAR",
        ];
        return string.Concat(lines.Select(line => Fold(line) + "\r\n"));
    }

    private static string Stamp(DateTimeOffset time) => time.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);

    private static string Escape(string text) => text.ReplaceLineEndings("\n")
        .Replace("\\", "\\\\", StringComparison.Ordinal)
        .Replace(";", "\\;", StringComparison.Ordinal)
        .Replace(",", "\\,", StringComparison.Ordinal)
        .Replace("\n", "\\n", StringComparison.Ordinal);

    /// <summary>No line is longer than 75 octets; the next one goes on after a space. No character is cut apart.</summary>
    private static string Fold(string line)
    {
        var (folded, octets) = (new StringBuilder(), 0);
        foreach (var rune in line.EnumerateRunes())
        {
            if (octets + rune.Utf8SequenceLength > MaxOctets)
            {
                folded.Append("\r\n ");
                octets = 1;
            }
            folded.Append(rune.ToString());
            octets += rune.Utf8SequenceLength;
        }
        return folded.ToString();
    }
}
