using AngleSharp.Dom;
using Microsoft.AspNetCore.Components;

namespace ByokConsole.Web.Tests.CreateCluster;

/// <summary>Finds things as a person does: by label, by role and by the words on them.</summary>
internal static class Finding
{
    public static IElement Field<T>(this IRenderedComponent<T> page, string label)
        where T : IComponent
    {
        var found = page.FindAll("label[for]").Single(element => element.TextContent.Trim() == label);
        return page.Find($"#{found.GetAttribute("for")}");
    }

    public static IElement Button<T>(this IRenderedComponent<T> page, string words)
        where T : IComponent
        => page.FindAll("button").Single(element => element.TextContent.Trim() == words);

    public static IElement Radio<T>(this IRenderedComponent<T> page, string name)
        where T : IComponent
        => page.FindAll("label:has(input[type=radio])").Single(element => element.TextContent.Trim().StartsWith(name, StringComparison.Ordinal)).QuerySelector("input")!;

    /// <summary>The sentence that a screen reader says with the field, when it is marked as wrong.</summary>
    public static string? ErrorOf<T>(this IRenderedComponent<T> page, string label)
        where T : IComponent
    {
        var field = page.Field(label);
        return field.GetAttribute("aria-invalid") == "true" ? page.Find($"#{field.GetAttribute("aria-describedby")}").TextContent.Trim() : null;
    }

    /// <summary>Why the step cannot be left yet, as the bottom bar says it.</summary>
    public static string WhyNot<T>(this IRenderedComponent<T> page)
        where T : IComponent
        => page.Find(".actions .why").TextContent.Trim();
}
