using System.Diagnostics;
using System.Security.Cryptography;

namespace ByokConsole.Load;

/// <summary>Wrap and unwrap of a data key with RSA-2048 on one thread, in milliseconds of its processor time.</summary>
internal sealed record RawRsa(double Wrap, double Unwrap)
{
    private const int Rounds = 4000;

    public static RawRsa Measure()
    {
        using var rsa = RSA.Create(2048);
        var key = RandomNumberGenerator.GetBytes(32);
        var wrapped = rsa.Encrypt(key, RSAEncryptionPadding.OaepSHA256);
        return new(
            Time(() => rsa.Encrypt(key, RSAEncryptionPadding.OaepSHA256)),
            Time(() => rsa.Decrypt(wrapped, RSAEncryptionPadding.OaepSHA256)));
    }

    // Processor time, as the server's: on a machine that is busy otherwise a clock on the wall would count that as well.
    private static double Time(Action act)
    {
        for (var warm = 0; warm < Rounds / 10; warm++)
            act();
        using var process = Process.GetCurrentProcess();
        var before = process.TotalProcessorTime;
        for (var round = 0; round < Rounds; round++)
            act();
        process.Refresh();
        return (process.TotalProcessorTime - before).TotalMilliseconds / Rounds;
    }
}
