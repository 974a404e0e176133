using ByokConsole.Core.Confluent;
using ByokConsole.Core.Drafts;
using ByokConsole.Web.Features.CreateCluster.Session;

namespace ByokConsole.Web.Tests.CreateCluster.Session;

public sealed class MirroredEntriesTests
{
    private static readonly DateTimeOffset SavedAt = new(2026, 11, 23, 23, 40, 0, TimeSpan.Zero);

    [Fact]
    public void Text_typed_on_the_stored_revision_is_newer() => Assert.True(Name(revision: 4, typedAt: SavedAt.AddHours(-1)).ApplyTo(Draft()));

    [Fact]
    public void Text_typed_after_the_save_is_newer_although_the_tab_never_heard_of_the_save()
        => Assert.True(Name(revision: 3, typedAt: SavedAt.AddMilliseconds(1)).ApplyTo(Draft()));

    [Fact]
    public void Text_typed_before_somebody_else_saved_is_older()
        => Assert.False(Name(revision: 3, typedAt: SavedAt).ApplyTo(Draft()));

    [Fact]
    public void Text_is_newer_than_its_own_beginning_although_that_was_saved_later()
    {
        var draft = Draft();
        draft.DisplayName = "ord";
        var entries = Name(revision: 3, typedAt: SavedAt) with { Seen = new Dictionary<string, IReadOnlyList<string?>> { ["DisplayName"] = ["", "o", "or", "ord", "orde"] } };

        Assert.True(entries.ApplyTo(draft));

        Assert.Equal("orders", draft.DisplayName);
    }

    [Fact]
    public void Choices_are_put_back_in_the_order_in_which_they_were_made()
    {
        var draft = Draft();
        (draft.NetworkId, draft.MaterialGenerated) = ("n-1", true);

        Assert.True(Mirror(fields: new() { ["ClusterType"] = "Dedicated", ["Availability"] = "MultiZone", ["Networking"] = "Peering", ["Network"] = "n-2",
            ["Encryption"] = "SelfManaged", ["KeyIdentifier"] = "https://kv.vault.azure.net/keys/k", ["MaterialGenerated"] = "true", ["Region"] = "eastus" }).ApplyTo(draft));

        Assert.Equal((ClusterType.Dedicated, Availability.MultiZone, NetworkKind.Peering, "n-2"), (draft.ClusterType, draft.Availability, draft.Networking, draft.NetworkId));
        Assert.Equal((EncryptionMode.SelfManaged, true, "eastus"), (draft.Encryption, draft.MaterialGenerated, draft.Region));
    }

    [Fact]
    public void Every_field_of_the_wizard_is_mirrored_but_the_one_that_needs_an_answer()
        => Assert.Equal([DraftField.Registration, DraftField.Acknowledgement], Enum.GetValues<DraftField>().Except(MirroredFields.All));

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

        Assert.False(Mirror(fields: new() { ["Owner"] = "me", ["Cku"] = "many", ["Availability"] = "None", ["Networking"] = "77", ["DisplayName"] = null }).ApplyTo(draft));
        Assert.False(new MirroredEntries(0, 0, null).ApplyTo(draft));
    }

    private static MirroredEntries Mirror(int revision = 4, DateTimeOffset? typedAt = null, OrderedDictionary<string, string?>? fields = null)
        => new(revision, (typedAt ?? SavedAt).ToUnixTimeMilliseconds(), fields ?? []);

    private static MirroredEntries Name(int revision, DateTimeOffset typedAt) => Mirror(revision, typedAt, new() { ["DisplayName"] = "orders" });

    private static ClusterDraft Draft() => new()
    {
        Id = "d-1", EnvironmentId = "env-1", Owner = "local", CreatedAt = SavedAt, SavedAt = SavedAt, Revision = 4,
    };
}
