using ByokConsole.Sandbox.Entra;
using Microsoft.Extensions.Time.Testing;

namespace ByokConsole.Tests.Sandbox.Azure;

/// <summary>A token counts by its signature, its audience and its time, also where it was seen before.</summary>
public sealed class TokenAuthorityTests : IDisposable
{
    private const string Vault = "https://vault.azure.net";
    private static readonly Guid Tenant = Guid.Parse("0c5ff2e1-7f0e-4a86-9b8b-6a1d2f0d9e11");
    private static readonly Guid Principal = Guid.Parse("3d9a1b60-0c55-4d8e-9f6c-1f6a2f1f7b01");
    private readonly string _folder = Directory.CreateTempSubdirectory("byok-tokens-").FullName;
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 11, 24, 12, 0, 0, TimeSpan.Zero));
    private readonly TokenAuthority _authority;

    public TokenAuthorityTests() => _authority = TokenAuthority.OpenOrCreate(_folder, _time);

    [Fact]
    public async Task A_token_counts_until_its_hour_is_over()
    {
        var token = Token();

        Assert.Equal(Principal, (await JudgeAsync(token)).Caller?.ObjectId);
        _time.Advance(TokenAuthority.Lifetime - TimeSpan.FromMinutes(1));
        Assert.Equal(Principal, (await JudgeAsync(token)).Caller?.ObjectId);
        _time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(TokenProblem.Expired, (await JudgeAsync(token)).Problem);
    }

    [Fact]
    public async Task A_token_for_one_cloud_is_none_for_another()
    {
        var token = Token();

        Assert.Equal(TokenProblem.None, (await JudgeAsync(token)).Problem);
        Assert.Equal(TokenProblem.Audience, (await _authority.JudgeAsync($"Bearer {token}", "https://graph.microsoft.com")).Problem);
    }

    [Fact]
    public async Task A_token_that_was_tampered_with_does_not_count_though_the_true_one_was_seen()
    {
        var token = Token();
        await JudgeAsync(token);

        Assert.Equal(TokenProblem.Invalid, (await JudgeAsync(token[..^4] + (token.EndsWith("AAAA", StringComparison.Ordinal) ? "BBBB" : "AAAA"))).Problem);
    }

    public void Dispose()
    {
        _authority.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private string Token() => _authority.Issue(Tenant, "an-app", Principal.ToString(), Vault);

    private Task<TokenVerdict> JudgeAsync(string token) => _authority.JudgeAsync($"Bearer {token}", Vault);
}
