using ByokConsole.Core.Confluent;
using ByokConsole.Core.Identifiers;
using ByokConsole.Core.Preflight;
using ByokConsole.Core.Provisioning;
using ByokConsole.Tests.Builders;

namespace ByokConsole.Tests.Core.Preflight;

/// <summary>Who uses a key and when it is free: to the day where the console saw the deletion, else at most five days.</summary>
public sealed class KeyNotBoundTests
{
    private static readonly KeyRegistration InUse = Samples.Registration with { Id = "cck-0th3r" };

    [Fact]
    public async Task Where_The_Deletion_Was_Seen_The_Day_Is_Exact()
    {
        var result = await AskAsync([InUse], Binding(to: Samples.Noon.AddDays(-2)));

        Assert.Equal(CheckState.Fail, result.State);
        Assert.Contains("deleted on 22 Nov 2026, and the key is free on 27 Nov 2026", result.Explanation, StringComparison.Ordinal);
        Assert.DoesNotContain("at most", result.Explanation, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_The_Cluster_Lives_It_Is_Named_Since_When()
    {
        var result = await AskAsync([InUse], Binding(to: null));

        Assert.Equal(CheckState.Fail, result.State);
        Assert.Contains("Cluster lkc-0ther uses this key since 14 Nov 2026; it is free at most five days after", result.Explanation, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_Registrations_Past_Is_Not_Taken_For_The_One_In_Use()
    {
        var result = await AskAsync([InUse], Binding(to: Samples.Noon.AddDays(-2)) with { RegistrationId = "cck-0ld" });

        Assert.Equal(CheckState.Fail, result.State);
        Assert.Contains("at most five days", result.Explanation, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_Same_Key_In_Another_Case_Or_With_A_Version_Is_The_Same_Key()
    {
        var result = await AskAsync([InUse with { Key = KeyIdentifier.Parse("https://KV-Orders-WEU.vault.azure.net/keys/Staging-CMK/9b1e6c7f2d0a4f0c9b1e6c7f2d0a4c04") }]);

        Assert.Equal(CheckState.Fail, result.State);
    }

    [Fact]
    public async Task Other_Keys_Foreign_Keys_And_Free_Registrations_Are_No_Finding()
    {
        var result = await AskAsync(
        [
            InUse with { Key = KeyIdentifier.Parse(Samples.StagingKey + "-2") },
            InUse with { Key = null, KeyText = "arn:aws:kms:eu-west-1:1:key/1" },
            InUse with { State = "AVAILABLE" },
        ]);

        Assert.Equal((CheckState.Pass, "free"), (result.State, result.Observed));
    }

    [Fact]
    public async Task The_Cluster_That_Is_Bound_Is_No_Finding_About_Itself()
    {
        var world = new KeyWorld { Registrations = KeyWorld.Told<IReadOnlyList<KeyRegistration>>([InUse]) };
        world.Subject = world.Subject with { BoundClusterId = "lkc-0ther" };

        var result = await world.AskAsync(CheckName.KeyNotBound);

        Assert.Equal((CheckState.Pass, "bound to lkc-0ther"), (result.State, result.Observed));
    }

    private static KeyBinding Binding(DateTimeOffset? to)
        => new(KeyIdentifier.Parse(Samples.StagingKey), InUse.Id, Samples.Staging, "lkc-0ther", Samples.Noon.AddDays(-10), to);

    private static async Task<CheckResult> AskAsync(IReadOnlyList<KeyRegistration> registrations, params KeyBinding[] bindings)
    {
        var world = new KeyWorld { Registrations = KeyWorld.Told(registrations) };
        world.Bindings.AddRange(bindings);
        return await world.AskAsync(CheckName.KeyNotBound);
    }
}
