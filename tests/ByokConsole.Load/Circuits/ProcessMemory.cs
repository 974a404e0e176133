using System.Globalization;

namespace ByokConsole.Load.Circuits;

/// <summary>What a process has of the machine's memory, as Linux tells it.</summary>
internal static class ProcessMemory
{
    public static double ResidentMegabytes(int processId)
    {
        var line = File.ReadLines($"/proc/{processId}/status").First(line => line.StartsWith("VmRSS:", StringComparison.Ordinal));
        return long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2], CultureInfo.InvariantCulture) / 1024.0;
    }
}
