using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using MudBlazor;

namespace ByokConsole.Web.Hosting;

/// <summary>
/// Both palettes as one style sheet, from MudBlazor's own theme provider. The provider's usual place is the page, with one palette at
/// a time; then the page flashes whenever the server cannot know what the system prefers. Here the browser picks, before the first paint.
/// </summary>
public sealed class ThemeStylesheet
{
    private ThemeStylesheet(string css)
    {
        Css = css;
        Path = $"theme.{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(css)))[..10]}.css";
    }

    public string Css { get; }

    /// <summary>Changes with the content, so that it may be cached for ever.</summary>
    public string Path { get; }

    public static async Task<ThemeStylesheet> CreateAsync(IServiceProvider services)
    {
        await using var scope = services.CreateAsyncScope();
        await using var renderer = new HtmlRenderer(scope.ServiceProvider, scope.ServiceProvider.GetRequiredService<ILoggerFactory>());
        return await renderer.Dispatcher.InvokeAsync(async () =>
        {
            var light = await RenderAsync(renderer, ":root", dark: false);
            var dark = await RenderAsync(renderer, ":root[data-theme=dark]", dark: true);
            var system = await RenderAsync(renderer, ":root[data-theme=system]", dark: true);
            return new ThemeStylesheet($"{light}{Difference(dark, light)}@media (prefers-color-scheme: dark) {{\n{Difference(system, light)}}}\n");
        });
    }

    /// <summary>Keeps a rule's selector and the lines that the light rule does not have: type and shadows are the same in both.</summary>
    private static string Difference(string rule, string light)
        => string.Join('\n', rule.Split('\n').Except(light.Split('\n'))) + "\n}\n";

    private static async Task<string> RenderAsync(HtmlRenderer renderer, string scope, bool dark)
    {
        var parameters = ParameterView.FromDictionary(new Dictionary<string, object?>
        {
            [nameof(MudThemeProvider.Theme)] = Theme.For(scope),
            [nameof(MudThemeProvider.IsDarkMode)] = dark,
            [nameof(MudThemeProvider.DefaultScrollbar)] = true,
        });
        var html = (await renderer.RenderComponentAsync<MudThemeProvider>(parameters)).ToHtmlString();
        var start = html.IndexOf(scope + "{", StringComparison.Ordinal);
        var end = html.IndexOf("</style>", start, StringComparison.Ordinal);
        return html[start..end];
    }
}
