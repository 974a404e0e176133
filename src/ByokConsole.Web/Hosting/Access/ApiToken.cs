using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;

namespace ByokConsole.Web.Hosting.Access;

/// <summary>The bearer token of scripts, in a file that only the console's own user can read.</summary>
public sealed class ApiToken
{
    private const string Scheme = "Bearer ";
    private const UnixFileMode Others = UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.GroupExecute
        | UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute;

    private readonly byte[] _hash;

    private ApiToken(string token) => _hash = Hash(token);

    public static string FileIn(string folder) => Path.Combine(folder, "api-token");

    /// <summary>The token of the folder; a new one where there is none, or where others could have read it.</summary>
    public static ApiToken Open(string folder)
    {
        var file = FileIn(folder);
        try
        {
            if (File.Exists(file) && IsPrivate(file) && File.ReadAllText(file).Trim() is { Length: >= 32 } kept)
                return new ApiToken(kept);
            var token = WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(32));
            PrivateFiles.Write(file, token + "\n");
            return new ApiToken(token);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StartRefusedException($"{file} cannot be read or written: {e.Message} Make it this user's own, or delete it.", e);
        }
    }

    /// <summary>Compares in a time that tells nothing.</summary>
    public bool IsIn(HttpRequest request)
        => request.Headers.Authorization.ToString() is { } header
            && header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)
            && CryptographicOperations.FixedTimeEquals(Hash(header[Scheme.Length..].Trim()), _hash);

    private static bool IsPrivate(string file) => OperatingSystem.IsWindows() || (File.GetUnixFileMode(file) & Others) == 0;

    private static byte[] Hash(string token) => SHA256.HashData(Encoding.UTF8.GetBytes(token));
}
