using System.Text.Json;

namespace ByokConsole.Core;

/// <summary>The words for machines: a name of the code as every door of the product says it, <c>key_exists</c>.</summary>
public static class Codes
{
    public static string Of<T>(T name)
        where T : struct, Enum
        => JsonNamingPolicy.SnakeCaseLower.ConvertName(name.ToString());
}
