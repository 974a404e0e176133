using MudBlazor;

namespace ByokConsole.Web.Shared;

/// <summary>Icon and colour class of a <see cref="Status"/>: seven shapes, so that they can be told apart without colour.</summary>
public static class StatusLook
{
    public static string Icon(this Status status) => status switch
    {
        Status.Pass => Icons.Material.Filled.CheckCircle,
        Status.Warn => Icons.Material.Filled.Warning,
        Status.Fail => Icons.Material.Filled.Cancel,
        Status.Wait => Icons.Material.Filled.Pending,
        Status.Skip => Icons.Material.Outlined.VisibilityOff,
        Status.Off => Icons.Material.Outlined.RemoveCircleOutline,
        Status.Next => Icons.Material.Outlined.Circle,
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, null),
    };

    /// <summary>Class that gives an element the colour, as <c>--status</c>.</summary>
    public static string Css(this Status status) => status switch
    {
        Status.Pass => "pass",
        Status.Warn => "warn",
        Status.Fail => "fail",
        Status.Wait => "wait",
        Status.Skip => "skip",
        Status.Off => "off",
        Status.Next => "next",
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, null),
    };
}
