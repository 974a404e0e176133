using ByokConsole.Cli.Api.Wire;
using ByokConsole.Cli.Output;

namespace ByokConsole.Cli.Commands.Key;

/// <summary>What comes next for a key, said beside the data as the vendor's command line does.</summary>
internal static class NextSteps
{
    public static void OfKey(Talk talk, RegisteredKey key)
    {
        if (key is { ClusterId: null, State: "AVAILABLE", ApplicationId: not null } && key.Validation?.Phase is not "VALID")
            talk.Say($"""

                Confluent may not use the key yet. To give its application the two roles at the vault:
                  byok grant apply {key.Id}
                or to see the commands that do it:
                  byok grant show {key.Id} --as az
                """);
    }
}
