using System.Reflection;
using Microsoft.AspNetCore.Mvc;

namespace ByokConsole.Web.Api.Problems;

/// <summary>A parameter that does not exist is refused, never passed over: a filter that is misspelt would list everything.</summary>
internal static class KnownParameters
{
    public static EndpointFilterDelegate Only(EndpointFilterFactoryContext endpoint, EndpointFilterDelegate next)
    {
        var known = endpoint.MethodInfo.GetParameters().SelectMany(Names).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return context => context.HttpContext.Request.Query.Keys.FirstOrDefault(name => !known.Contains(name)) is { } unknown
            ? ValueTask.FromResult<object?>(ApiProblems.Of(
                StatusCodes.Status400BadRequest, "unknown_parameter",
                known.Count == 0 ? $"There is no parameter {unknown} here." : $"There is no parameter {unknown} here; there are {string.Join(", ", known.Order())}."))
            : next(context);
    }

    /// <summary>What a parameter of a handler reads from the query; a plain text or number reads its own name, if that is not in the path.</summary>
    private static IEnumerable<string> Names(ParameterInfo parameter)
    {
        if (parameter.GetCustomAttribute<AsParametersAttribute>() is not null)
            return parameter.ParameterType.GetProperties().Select(property => property.GetCustomAttribute<FromQueryAttribute>()?.Name).OfType<string>();
        if (parameter.GetCustomAttribute<FromQueryAttribute>()?.Name is { } name)
            return [name];
        return parameter.HasDefaultValue && parameter.GetCustomAttribute<FromHeaderAttribute>() is null ? [parameter.Name!] : [];
    }
}
