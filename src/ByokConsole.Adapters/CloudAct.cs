using ByokConsole.Core.Clouds;

namespace ByokConsole.Adapters;

/// <summary>One thing asked of a cloud, as a person would say it after "Could not …".</summary>
/// <param name="Service">Who is asked.</param>
/// <param name="What">"read key orders-cmk of vault kv-orders".</param>
/// <param name="IsWrite">True when a lost reply leaves open whether it happened.</param>
internal sealed record CloudAct(CloudService Service, string What, bool IsWrite)
{
    public static CloudAct Read(CloudService service, string what) => new(service, what, false);

    public static CloudAct Write(CloudService service, string what) => new(service, what, true);
}
