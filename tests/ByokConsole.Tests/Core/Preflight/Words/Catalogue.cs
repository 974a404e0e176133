using System.Reflection;
using ByokConsole.Core.Identifiers;
using ByokConsole.Core.Preflight.Words;
using ByokConsole.Core.Provisioning;

namespace ByokConsole.Tests.Core.Preflight.Words;

/// <summary>Every message of the checks and every step's words, with the names of what is filled in standing for it.</summary>
internal static class Catalogue
{
    private static readonly Type[] Pages = [typeof(VaultMessages), typeof(KeyMessages), typeof(AccessMessages)];

    private static readonly VaultResourceId Vault = VaultResourceId.Create(Guid.Empty, "rg-streaming", "kv-orders-weu");

    public static IEnumerable<(string Page, string Name, CheckMessage Message)> Messages { get; } =
        [.. Pages.SelectMany(page => OfPage(page).Select(one => (page.Name.Replace("Messages", "", StringComparison.Ordinal), one.Name, one.Message)))];

    public static IEnumerable<(string Name, string Title, string Purpose)> Steps { get; } =
    [
        .. typeof(StepNames).GetFields().Select(field => (string)field.GetValue(null)!)
            .Select(name => (name, RunTimeline.TitleOf(name), RunTimeline.PurposeOf(name))),
    ];

    private static IEnumerable<(string Name, CheckMessage Message)> OfPage(Type page)
        => page.GetProperties(BindingFlags.Public | BindingFlags.Static).Select(one => (one.Name, (CheckMessage)one.GetValue(null)!))
            .Concat(page.GetMethods(BindingFlags.Public | BindingFlags.Static)
                .Where(method => !method.IsSpecialName)
                .SelectMany(method => Fillings(method.GetParameters()).Select(filling => (method.Name, (CheckMessage)method.Invoke(null, filling)!))));

    /// <summary>One filling per combination of what is yes, no or unknown.</summary>
    private static IEnumerable<object?[]> Fillings(ParameterInfo[] parameters)
        => parameters.Aggregate<ParameterInfo, IEnumerable<object?[]>>(
            [[]], (fillings, parameter) => [.. fillings.SelectMany(filling => Samples(parameter).Select(sample => (object?[])[.. filling, sample]))]);

    private static IEnumerable<object?> Samples(ParameterInfo parameter) => parameter.ParameterType switch
    {
        var type when type == typeof(bool) => [true, false],
        var type when type == typeof(bool?) => [true, false, null],
        var type when type == typeof(int) => [12],
        var type when type == typeof(Guid) => [Guid.Parse("0c5ff2e1-7f0e-4a86-9b8b-6a1d2f0d9e11")],
        var type when type == typeof(VaultResourceId) => [Vault],
        _ => [$"{{{parameter.Name}}}"],
    };
}
