using System.Globalization;
using ByokConsole.Core.Clouds;
using Microsoft.AspNetCore.Components;

namespace ByokConsole.Web.Shared;

/// <summary>What happened, why, what to do; and for those who must ask somebody else, the cloud's own code and request id.</summary>
public sealed partial class ErrorPanel
{
    /// <summary>What happened: "The clusters could not be listed."</summary>
    [Parameter, EditorRequired]
    public string Title { get; set; } = "";

    /// <summary>Why; taken from the fault where it is not given.</summary>
    [Parameter]
    public string? Why { get; set; }

    /// <summary>What to do.</summary>
    [Parameter]
    public string? Remedy { get; set; }

    /// <summary>The cloud's unsuccessful answer.</summary>
    [Parameter]
    public CloudFault? Fault { get; set; }

    /// <summary>The code of whoever refused; taken from the fault where it is not given.</summary>
    [Parameter]
    public string? Code { get; set; }

    /// <summary>Id by which somebody else finds this error; taken from the fault where it is not given.</summary>
    [Parameter]
    public string? RequestId { get; set; }

    [Parameter]
    public EventCallback OnRetry { get; set; }

    /// <summary>Further buttons.</summary>
    [Parameter]
    public RenderFragment? ChildContent { get; set; }

    private string? Reason => Why ?? Fault?.Message;

    private List<(string Name, string Value)> Details
    {
        get
        {
            List<(string Name, string? Value)> all =
            [
                ("service", Fault?.Service.ToString()),
                ("status", Fault?.Status?.ToString(CultureInfo.InvariantCulture)),
                ("code", Code ?? Fault?.Code),
                ("request id", RequestId ?? Fault?.RequestId),
            ];
            return [.. all.Where(detail => !string.IsNullOrEmpty(detail.Value)).Select(detail => (detail.Name, detail.Value!))];
        }
    }
}
