namespace ByokConsole.Core.Preflight.Words;

/// <summary>What is at stake for the data of a cluster, in the words that several findings share.</summary>
internal static class Stakes
{
    public const string StopsWhenNeeded = "The cluster runs on until it next needs the key; brokers that start after that stay down, and its data cannot be read.";

    public const string NothingNew = "What is stored stays readable: the key still unwraps. Nothing new can be wrapped, so the cluster cannot take a new data key.";
}
