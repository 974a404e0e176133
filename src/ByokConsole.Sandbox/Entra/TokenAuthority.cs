using System.Collections.Concurrent;
using System.Security.Cryptography;
using ByokConsole.Sandbox.State;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace ByokConsole.Sandbox.Entra;

/// <summary>Signs access tokens as Entra's v1 issuer does, and judges them as each cloud's front does. On real time, whatever the sandbox's clock says.</summary>
public sealed class TokenAuthority : IDisposable
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(60);

    private const int MostAccepted = 1000;

    private readonly RSA _rsa = RSA.Create();
    private readonly RsaSecurityKey _key;
    private readonly TimeProvider _real;
    private readonly ConcurrentDictionary<string, AcceptedToken> _accepted = [];
    private readonly JsonWebTokenHandler _handler = new() { SetDefaultTimesOnTokenCreation = false };

    private TokenAuthority(string pem, TimeProvider real)
    {
        _rsa.ImportFromPem(pem);
        // By itself the library keeps signers by key id for the whole process: a second authority of the same key would sign with the first one's
        // key, disposed or not.
        _key = new RsaSecurityKey(_rsa)
        {
            KeyId = Convert.ToHexStringLower(SHA256.HashData(_rsa.ExportRSAPublicKey()))[..16],
            CryptoProviderFactory = new CryptoProviderFactory { CacheSignatureProviders = false },
        };
        _real = real;
    }

    public static TokenAuthority OpenOrCreate(string folder, TimeProvider real)
    {
        var file = Path.Combine(folder, "tokens.key");
        if (!File.Exists(file))
        {
            using var rsa = RSA.Create(2048);
            PrivateFile.Write(file, rsa.ExportPkcs8PrivateKeyPem());
        }

        return new(File.ReadAllText(file), real);
    }

    public JsonWebKey PublicKey => JsonWebKeyConverter.ConvertFromRSASecurityKey(new RsaSecurityKey(_rsa.ExportParameters(false)) { KeyId = _key.KeyId });

    public string Issue(Guid tenantId, string appId, string objectId, string audience)
    {
        var now = _real.GetUtcNow().UtcDateTime;
        return _handler.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = IssuerOf(tenantId),
            Audience = audience,
            IssuedAt = now,
            NotBefore = now.AddMinutes(-5),
            Expires = now + Lifetime,
            Claims = new Dictionary<string, object> { ["tid"] = tenantId.ToString(), ["oid"] = objectId, ["appid"] = appId, ["sub"] = objectId, ["ver"] = "1.0" },
            SigningCredentials = new SigningCredentials(_key, SecurityAlgorithms.RsaSha256),
        });
    }

    /// <summary>
    /// Who the token speaks for, or why it does not count. The signature of a token is verified once, as the services do: a client shows the
    /// same one for an hour. Its time is asked always.
    /// </summary>
    public async Task<TokenVerdict> JudgeAsync(string? authorization, params IReadOnlyList<string> audiences)
    {
        if (authorization is null || !authorization.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase))
            return new(null, TokenProblem.Missing);
        var token = authorization["Bearer ".Length..].Trim();
        if (_accepted.TryGetValue(token, out var accepted) && audiences.Contains(accepted.Audience, StringComparer.Ordinal))
            return IsCurrent(accepted.From, accepted.To) ? new(accepted.Caller, TokenProblem.None) : new(null, TokenProblem.Expired);
        var result = await _handler.ValidateTokenAsync(token, new TokenValidationParameters
        {
            IssuerSigningKey = _key,
            ValidAlgorithms = [SecurityAlgorithms.RsaSha256],
            ValidAudiences = audiences,
            ValidateIssuer = false,
            ClockSkew = TimeSpan.FromMinutes(1),
            LifetimeValidator = (from, to, _, _) => IsCurrent(from, to),
        });
        if (result.IsValid)
            Keep(token, result);
        return result switch
        {
            { IsValid: true } => new(Caller(result), TokenProblem.None),
            { Exception: SecurityTokenInvalidAudienceException } => new(null, TokenProblem.Audience),
            { Exception: SecurityTokenInvalidLifetimeException } => new(null, TokenProblem.Expired),
            _ => new(null, TokenProblem.Invalid),
        };
    }

    public void Dispose() => _rsa.Dispose();

    internal static string IssuerOf(Guid tenantId) => $"https://sts.windows.net/{tenantId}/";

    private bool IsCurrent(DateTime? from, DateTime? to) => from <= _real.GetUtcNow().UtcDateTime.AddMinutes(1) && to > _real.GetUtcNow().UtcDateTime;

    private void Keep(string token, TokenValidationResult result)
    {
        // Forgetting all of them now and then costs one verification each, and keeps the memory bounded.
        if (_accepted.Count >= MostAccepted)
            _accepted.Clear();
        _accepted[token] = new(Caller(result), ((JsonWebToken)result.SecurityToken).Audiences.First(), result.SecurityToken.ValidFrom, result.SecurityToken.ValidTo);
    }

    private static Caller Caller(TokenValidationResult result)
        => new(Guid.Parse((string)result.Claims["oid"]), (string)result.Claims["appid"], Guid.Parse((string)result.Claims["tid"]));
}
