using System.Text;
using ByokConsole.Sandbox.ConfluentCloud;

namespace ByokConsole.Tests.Contracts;

/// <summary>What the contract says of one request and its answer.</summary>
internal static class ExchangeRules
{
    /// <summary>What the sandbox answers although the contract does not list it; its README says why.</summary>
    private static readonly HashSet<string> Chosen =
    [
        // Production was reported to answer so while a cluster holds the key.
        "DELETE /byok/v1/keys/{id} 409",
    ];

    /// <summary>Not the API's answer, but the sandbox's: it does not serve the operation.</summary>
    private const int NotServed = 405;

    /// <summary>What is wrong with it; empty when nothing is, and for addresses that are not published.</summary>
    public static IEnumerable<string> Violations(Exchange exchange)
    {
        if (ConfluentContract.OperationOf(exchange.Method, exchange.Segments) is not { } operation)
            return [];
        return [.. OfAnswer(operation, exchange), .. exchange.Status < 400 ? OfRequest(operation, exchange) : []];
    }

    private static IEnumerable<string> OfAnswer(string operation, Exchange exchange)
    {
        var shape = $"{operation} {exchange.Status}";
        if (exchange.Status != NotServed && !Chosen.Contains(shape) && !ConfluentContract.StatusesOf(operation).Contains(exchange.Status))
            yield return $"{operation} does not answer {exchange.Status}";
        if (!ConfluentContract.HasShape(shape))
            yield break;
        foreach (var violation in exchange.Answer is { } body ? ConfluentContract.Violations(shape, body) : ["there is no body"])
            yield return $"{shape} answered {violation}";
    }

    /// <summary>
    /// A request that is refused may be wrong in any way; one that is taken may not. A change may hold what was read before, as clients send
    /// a whole object back.
    /// </summary>
    private static IEnumerable<string> OfRequest(string operation, Exchange exchange)
    {
        var known = ConfluentContract.QueryOf(operation);
        foreach (var name in exchange.Query.Where(name => !known.ContainsKey(name)))
            yield return $"{operation} knows no parameter {name}";
        foreach (var name in known.Where(one => one.Value && !exchange.Query.Contains(one.Key)))
            yield return $"{operation} needs the parameter {name.Key}";
        if (!ConfluentContract.HasShape(operation))
            yield break;
        var body = Encoding.UTF8.GetString(exchange.Asked.Span);
        var violations = ConfluentContract.Violations(operation, body);
        if (exchange.Method is "PATCH")
            violations = [.. violations.Intersect(ConfluentContract.Violations($"{operation} {exchange.Status}", body))];
        foreach (var violation in violations)
            yield return $"{operation} was asked {violation}";
    }
}
