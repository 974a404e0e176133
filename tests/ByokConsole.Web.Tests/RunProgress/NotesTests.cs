using ByokConsole.Web.Features.RunProgress;

namespace ByokConsole.Web.Tests.RunProgress;

public sealed class NotesTests
{
    [Fact]
    public void An_address_of_confluent_cloud_is_told_from_the_text_and_from_the_full_stop()
        => Assert.Equal(
            [("Also at ", false), ("https://confluent.cloud/environments/env-9kx2v/clusters/lkc-09ykn5", true), (".", false)],
            Notes.Parts("Also at https://confluent.cloud/environments/env-9kx2v/clusters/lkc-09ykn5."));

    [Theory]
    [InlineData("All 15 checks still hold.")]
    [InlineData("carries https://kv-orders-eus.vault.azure.net/keys/audit-cmk.")]
    [InlineData("https://confluent.cloud.example.org/x")]
    [InlineData("javascript:alert(1)")]
    public void Anything_else_stays_text(string note) => Assert.Equal([(note, false)], Notes.Parts(note));
}
