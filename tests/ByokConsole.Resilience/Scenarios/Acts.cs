using System.Reflection;
using System.Reflection.Emit;
using ByokConsole.Core.Ports;

namespace ByokConsole.Resilience.Scenarios;

/// <summary>What a step can do to a cloud, read from its compiled code: a step that is written tomorrow is seen by itself.</summary>
internal static class Acts
{
    private const BindingFlags Everything = BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    private static readonly Type[] Clouds =
    [
        typeof(IKeyRegistrations), typeof(IKafkaClusters), typeof(IClusterRemoval), typeof(IAccessGrants), typeof(IVaults), typeof(IVaultKeys), typeof(IVaultKeyControl),
        typeof(IConnectionMetrics), typeof(IActivityLog),
    ];

    /// <summary>How the names of functions begin that only look.</summary>
    private static readonly string[] Looks = ["Get", "List", "Find", "Challenge", "Connections", "Principals"];

    private static readonly Dictionary<short, OpCode> Codes = typeof(OpCodes).GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => (OpCode)field.GetValue(null)!).ToDictionary(code => code.Value);

    /// <summary>Names of the ports' functions that change something and that the step's own code calls.</summary>
    public static IReadOnlyList<string> Of(Type step)
        => [.. Family(step).SelectMany(type => type.GetMethods(Everything)).SelectMany(Called).Where(Changes).Select(method => method.Name).Distinct().Order()];

    /// <summary>The step and what the compiler made of its asynchronous functions.</summary>
    private static IEnumerable<Type> Family(Type type) => type.GetNestedTypes(Everything).SelectMany(Family).Prepend(type);

    private static bool Changes(MethodBase method)
        => Clouds.Contains(method.DeclaringType) && !Looks.Any(look => method.Name.StartsWith(look, StringComparison.Ordinal));

    private static IEnumerable<MethodBase> Called(MethodInfo method)
    {
        var il = method.GetMethodBody()?.GetILAsByteArray() ?? [];
        for (var at = 0; at < il.Length;)
        {
            var code = Codes[il[at] == 0xFE ? unchecked((short)(0xFE00 | il[at + 1])) : il[at]];
            at += code.Size;
            if (code.OperandType is OperandType.InlineMethod
                && method.Module.ResolveMethod(BitConverter.ToInt32(il, at), method.DeclaringType!.GetGenericArguments(), method.GetGenericArguments()) is { } called)
                yield return called;
            at += code.OperandType is OperandType.InlineSwitch ? 4 + (4 * BitConverter.ToInt32(il, at)) : SizeOf(code.OperandType);
        }
    }

    private static int SizeOf(OperandType operand) => operand switch
    {
        OperandType.InlineNone => 0,
        OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
        OperandType.InlineVar => 2,
        OperandType.InlineI8 or OperandType.InlineR => 8,
        _ => 4,
    };
}
