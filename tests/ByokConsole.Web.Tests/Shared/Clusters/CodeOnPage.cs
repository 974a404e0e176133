using Microsoft.AspNetCore.Components;

namespace ByokConsole.Web.Tests.Shared.Clusters;

/// <summary>What a page shows of its cluster as code.</summary>
internal static class CodeOnPage
{
    /// <summary>Opens the section, as a click on its heading does.</summary>
    public static async Task OpenCodeAsync<T>(this IRenderedComponent<T> page)
        where T : IComponent
    {
        page.WaitForElement("details.as-code");
        await page.InvokeAsync(() => page.Find("details.as-code").TriggerEventAsync("ontoggle", EventArgs.Empty));
        page.WaitForState(() => page.FindAll("details.as-code .loading").Count == 0);
    }

    public static string Code<T>(this IRenderedComponent<T> page)
        where T : IComponent
        => page.Find("pre[aria-label='the cluster as code']").TextContent;
}
