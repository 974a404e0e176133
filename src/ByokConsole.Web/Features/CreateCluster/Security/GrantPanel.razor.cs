using ByokConsole.Core.Preflight;
using ByokConsole.Web.Hosting;
using Microsoft.AspNetCore.Components;

namespace ByokConsole.Web.Features.CreateCluster.Security;

/// <summary>Three ways to grant, and a line that follows the grant until it is in force.</summary>
public sealed partial class GrantPanel
{
    /// <summary>Azure applies a grant within minutes; this is how often we look.</summary>
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(5);

    [Inject]
    public required ConsoleOptions Options { get; init; }

    [Parameter, EditorRequired]
    public required CreateClusterState State { get; set; }

    /// <summary>What points a shell at the sandbox; null where the clouds are real.</summary>
    private string? EnvFile => Options.Mode is ConsoleMode.Live ? null : Options.SandboxEnvFile ?? Path.Combine(Options.ModeFolder, "sandbox.env");

    private bool IsAwaited => State.Checks.StateOf(CheckName.GrantInForce) is not CheckState.Pass;
}
