using System.CommandLine;
using System.Globalization;
using System.Text.RegularExpressions;

namespace ByokConsole.Cli.Options;

/// <summary>A time as people and other command lines write it: <c>90s</c>, <c>30m</c>, <c>2h</c>.</summary>
internal sealed partial class DurationOption : Option<TimeSpan>
{
    public DurationOption(string name, TimeSpan byDefault)
        : base(name)
    {
        HelpName = "30m";
        DefaultValueFactory = _ => byDefault;
        CustomParser = result =>
        {
            if (Form().Match(result.Tokens[0].Value) is { Success: true } match
                && int.TryParse(match.Groups[1].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count <= 1_000_000)
                return count * (match.Groups[2].Value switch { "h" => TimeSpan.FromHours(1), "m" => TimeSpan.FromMinutes(1), _ => TimeSpan.FromSeconds(1) });
            result.AddError($"{name} is a time such as 90s, 30m or 2h, not \u201c{result.Tokens[0].Value}\u201d.");
            return default;
        };
    }

    [GeneratedRegex("^([0-9]+)([smh])$")]
    private static partial Regex Form();
}
