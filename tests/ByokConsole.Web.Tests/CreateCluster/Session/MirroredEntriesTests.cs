using ByokConsole.Core.Drafts;
using ByokConsole.Web.Features.CreateCluster.Session;

namespace ByokConsole.Web.Tests.CreateCluster.Session;

public sealed class MirroredEntriesTests
{
    private static readonly DateTimeOffset SavedAt = new(2026, 11, 23, 23, 40, 0, TimeSpan.Zero);

    [Fact]
    public void Text_typed_on_the_stored_revision_is_newer() => Assert.True(Mirror(revision: 4, typedAt: SavedAt.AddHours(-1)).IsNewerThan(Draft()));

    [Fact]
    public void Text_typed_after_the_save_is_newer_although_the_tab_never_heard_of_the_save()
        => Assert.True(Mirror(revision: 3, typedAt: SavedAt.AddMilliseconds(1)).IsNewerThan(Draft()));

    [Fact]
    public void Text_typed_before_somebody_else_saved_is_older()
        => Assert.False(Mirror(revision: 3, typedAt: SavedAt).IsNewerThan(Draft()));

    [Fact]
    public void Text_is_put_back_into_its_fields()
    {
        var draft = Draft();

        Assert.True(Mirror(fields: new() { ["VaultResourceId"] = "/subscr", ["DisplayName"] = "orders", ["Cku"] = "3" }).ApplyTo(draft));

        Assert.Equal(("/subscr", "orders", 3), (draft.VaultResourceId, draft.DisplayName, draft.Cku));
    }

    [Fact]
    public void Nothing_new_says_so() => Assert.False(Mirror(fields: new() { ["TenantId"] = "" }).ApplyTo(Draft()));

    [Fact]
    public void Locked_key_fields_are_left_alone()
    {
        var draft = Draft();
        draft.RegistrationId = "cck-1";

        Assert.False(Mirror(fields: new() { ["KeyIdentifier"] = "https://other" }).ApplyTo(draft));

        Assert.Equal("", draft.KeyIdentifier);
    }

    [Fact]
    public void Unknown_names_odd_numbers_and_nothing_at_all_do_no_harm()
    {
        var draft = Draft();

        Assert.False(Mirror(fields: new() { ["Owner"] = "me", ["Cku"] = "many", ["DisplayName"] = null }).ApplyTo(draft));
        Assert.False(new MirroredEntries(0, 0, null).ApplyTo(draft));
    }

    private static MirroredEntries Mirror(int revision = 4, DateTimeOffset? typedAt = null, Dictionary<string, string?>? fields = null)
        => new(revision, (typedAt ?? SavedAt).ToUnixTimeMilliseconds(), fields ?? []);

    private static ClusterDraft Draft() => new()
    {
        Id = "d-1", EnvironmentId = "env-1", Owner = "local", CreatedAt = SavedAt, SavedAt = SavedAt, Revision = 4,
    };
}
