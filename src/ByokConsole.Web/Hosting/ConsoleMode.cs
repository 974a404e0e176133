namespace ByokConsole.Web.Hosting;

/// <summary>Which clouds the console speaks to.</summary>
public enum ConsoleMode
{
    /// <summary>A simulated cloud on this machine. Nothing leaves it.</summary>
    Sandbox,

    /// <summary>The real Azure and Confluent Cloud.</summary>
    Live,
}
