using System.Text.RegularExpressions;

namespace ByokConsole.Web.Features.RunProgress;

/// <summary>A step's note may say where else to look: an address of Confluent Cloud in it becomes a link, nothing else does.</summary>
public static partial class Notes
{
    public static IEnumerable<(string Text, bool IsAddress)> Parts(string note)
        => Address().Split(note).Select((part, index) => (part, index % 2 == 1));

    [GeneratedRegex(@"(https://confluent\.cloud/[\w/-]*\w)")]
    private static partial Regex Address();
}
