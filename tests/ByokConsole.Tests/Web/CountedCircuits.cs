using System.Collections.Concurrent;
using Microsoft.AspNetCore.Components.Server.Circuits;

namespace ByokConsole.Tests.Web;

/// <summary>Knows how many circuits are still in memory, and holds none of them there.</summary>
internal sealed class CountedCircuits
{
    private readonly ConcurrentBag<WeakReference> _seen = [];

    public int Opened => _seen.Count;

    /// <summary>How many somebody still holds. What nobody does is collected first.</summary>
    public int Held
    {
        get
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
            GC.Collect();
            return _seen.Count(circuit => circuit.IsAlive);
        }
    }

    /// <summary>Made for each circuit, as a part of it.</summary>
    public CircuitHandler New()
    {
        var part = new Part();
        _seen.Add(new WeakReference(part));
        return part;
    }

    private sealed class Part : CircuitHandler;
}
