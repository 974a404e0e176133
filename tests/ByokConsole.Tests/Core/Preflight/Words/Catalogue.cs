using System.Reflection;
using ByokConsole.Core.Preflight.Words;
using ByokConsole.Core.Provisioning;
using ByokConsole.Core.Provisioning.Steps;
using ByokConsole.Core.Provisioning.Words;
using ByokConsole.Core.Revocation;
using ByokConsole.Core.Revocation.Words;

namespace ByokConsole.Tests.Core.Preflight.Words;

/// <summary>Every message of the checks, and all that runs say, with the names of what is filled in standing for it.</summary>
internal static class Catalogue
{
    private static readonly Type[] Pages = [typeof(VaultMessages), typeof(KeyMessages), typeof(AccessMessages)];

    public static IEnumerable<(string Page, string Name, CheckMessage Message)> Messages { get; } = [.. Pages.SelectMany(Of<CheckMessage>)];

    public static IEnumerable<(string Name, string Title, string Purpose)> Steps { get; } =
    [
        .. typeof(StepNames).GetFields().Select(field => (string)field.GetValue(null)!)
            .Select(name => (name, RunTimeline.TitleOf(name), RunTimeline.PurposeOf(name))),
    ];

    /// <summary>Classes of what steps report, in the order in which runs come to it.</summary>
    public static IReadOnlyList<Type> Reports { get; } =
    [
        typeof(AnyRun), typeof(RegistrationSteps), typeof(GrantSteps), typeof(ClusterSteps), typeof(PlanSteps), typeof(ClientSteps),
        typeof(DeletionSteps), typeof(VaultKeySteps), typeof(GrantRemovalSteps), typeof(ReleaseSteps), typeof(WayBackSteps),
    ];

    public static IEnumerable<(string Page, string Name, string Sentence)> Reported { get; } = [.. Reports.SelectMany(Of<string>)];

    /// <summary>What the audit and the evidence say was done.</summary>
    public static IEnumerable<(string Page, string Name, string Line)> Done { get; } = [.. Of<string>(typeof(Deeds))];

    public static IEnumerable<(string Page, string Name, PersonQuestion Question)> Asked { get; } = 
        [.. Of<PersonQuestion>(typeof(RegistrationQuestion)), .. Of<PersonQuestion>(typeof(ClusterQuestion)), .. Of<PersonQuestion>(typeof(Questions))];

    private static IEnumerable<(string Page, string Name, T Said)> Of<T>(Type page)
        where T : notnull
        => page.GetProperties(BindingFlags.Public | BindingFlags.Static)
            .Where(one => one.PropertyType == typeof(T))
            .Select(one => (page.Name.Replace("Messages", "", StringComparison.Ordinal), one.Name, (T)one.GetValue(null)!))
            .Concat(page.GetMethods(BindingFlags.Public | BindingFlags.Static)
                .Where(method => !method.IsSpecialName && method.ReturnType == typeof(T))
                .SelectMany(method => Fillings.Of(method).Select(filling
                    => (page.Name.Replace("Messages", "", StringComparison.Ordinal), method.Name, (T)method.Invoke(null, filling)!))))
            .Distinct();
}
