using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;
using Microsoft.Extensions.DependencyInjection;

namespace ByokConsole.Adapters.Storage;

/// <summary>
/// Opens what <see cref="KeySeal"/> sealed. The framework makes it by the name that stands beside each key, and hands it the services.
/// </summary>
internal sealed class KeyUnsealer(IServiceProvider services) : IXmlDecryptor
{
    public XElement Decrypt(XElement encryptedElement) => services.GetRequiredService<KeySeal>().Decrypt(encryptedElement);
}
