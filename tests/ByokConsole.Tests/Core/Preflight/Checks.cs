using ByokConsole.Core;
using ByokConsole.Core.Preflight;
using Microsoft.Extensions.DependencyInjection;

namespace ByokConsole.Tests.Core.Preflight;

/// <summary>The checks as the product registers them.</summary>
internal static class Checks
{
    public static IReadOnlyList<IPreflightCheck> All { get; } =
        [.. new ServiceCollection().AddByokCore().BuildServiceProvider().GetServices<IPreflightCheck>()];

    public static IPreflightCheck Find(CheckName name) => All.Single(check => check.Name == name);
}
