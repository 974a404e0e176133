namespace ByokConsole.Adapters.Webhooks;

/// <summary>Where changes of a key's findings are told.</summary>
/// <param name="Url">An https address; null when nobody is to be told.</param>
/// <param name="Secret">What each message is signed with. Never printed.</param>
/// <param name="AllowPrivateAddresses">True to tell a host of the own network too.</param>
public sealed record WebhookOptions(Uri? Url, string Secret, bool AllowPrivateAddresses)
{
    public const int ShortestSecret = 16;

    public static readonly WebhookOptions Off = new(null, "", false);

    /// <summary>Says where it leads, without the secret and without what an address may hold besides its host.</summary>
    public override string ToString() => Url is null ? "no webhook" : $"webhook at {Url.Host}";
}
