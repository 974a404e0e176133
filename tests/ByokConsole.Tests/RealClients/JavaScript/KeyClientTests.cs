using ByokConsole.Tests.RealClients.Matrix;

namespace ByokConsole.Tests.RealClients.JavaScript;

/// <summary><c>KeyClient</c> of <c>@azure/keyvault-keys</c>.</summary>
[Trait(Category, RealClients)]
[Collection(RealClientSandbox.Name)]
public sealed class KeyClientTests(RealClientSandbox sandbox) : JavaScriptTests(sandbox)
{
    [Fact]
    [Operation(Operations.SignIn, Client.JavaScript)]
    [Operation(Operations.MakeKey, Client.JavaScript)]
    public async Task A_key_is_made_as_asked_and_found_again_alone_and_in_the_list()
    {
        var name = NameOf("made");
        var said = await TellAsync($$"""
            const keys = keysOf('{{Vault}}');
            const made = await keys.createRsaKey('{{name}}',
              { keySize: 3072, tags: { team: 'orders' }, keyOps: ['wrapKey', 'unwrapKey'], expiresOn: new Date('2099-01-01T00:00:00Z') });
            const got = await keys.getKey('{{name}}');
            const listed = (await all(keys.listPropertiesOfKeys())).filter(key => key.name === '{{name}}');
            const told = key => ({ name: key.name, type: key.keyType, bits: key.key.n.length * 8, operations: key.keyOperations, tags: key.properties.tags,
              expires: key.properties.expiresOn, enabled: key.properties.enabled, level: key.properties.recoveryLevel, vault: key.properties.vaultUrl });
            tell({ made: told(made), got: told(got), sameVersion: made.properties.version === got.properties.version,
              listed: listed.map(key => [key.name, key.tags, key.version === undefined, key.expiresOn]) });
            """);

        var told = $$"""
            {"name":"{{name}}","type":"RSA","bits":3072,"operations":["wrapKey","unwrapKey"],"tags":{"team":"orders"},
            "expires":"2099-01-01T00:00:00.000Z","enabled":true,"level":"Recoverable","vault":"https://{{Vault}}.vault.azure.net"}
            """;
        Same($$"""{"made":{{told}},"got":{{told}},"sameVersion":true,"listed":[["{{name}}",{"team":"orders"},true,"2099-01-01T00:00:00.000Z"]]}""", said);
    }

    [Fact]
    [Operation(Operations.MakeKey, Client.JavaScript)]
    public async Task A_list_longer_than_a_page_is_told_whole()
    {
        await LetManyKeysBeMadeAsync();
        var beginning = NameOf("many");
        var said = await TellAsync($$"""
            const keys = keysOf('kv-nopurge-eus');
            await Promise.all([...Array(27).keys()].map(i => keys.createEcKey(`{{beginning}}-${i}`)));
            const names = (await all(keys.listPropertiesOfKeys())).map(key => key.name).filter(name => name.startsWith('{{beginning}}'));
            tell({ names: names.length, different: new Set(names).size });
            """);

        Same("""{"names":27,"different":27}""", said);
    }

    [Fact]
    [Operation(Operations.ChangeKey, Client.JavaScript)]
    public async Task A_key_is_changed_and_rotated_and_its_versions_tell_so()
    {
        var name = NameOf("changed");
        var said = await TellAsync($$"""
            const keys = keysOf('{{Vault}}');
            const first = (await keys.createRsaKey('{{name}}')).properties.version;
            const off = await keys.updateKeyProperties('{{name}}', first, { enabled: false, tags: { why: 'test' } });
            const on = await keys.updateKeyProperties('{{name}}', { enabled: true });
            const second = (await keys.rotateKey('{{name}}')).properties.version;
            const versions = (await all(keys.listPropertiesOfKeyVersions('{{name}}'))).map(key => key.version);
            tell({ off: [off.properties.enabled, off.properties.tags], on: [on.properties.enabled, on.properties.tags],
              newest: (await keys.getKey('{{name}}')).properties.version === second,
              old: (await keys.getKey('{{name}}', { version: first })).properties.version === first,
              versions: versions.length, both: versions.includes(first) && versions.includes(second) });
            """);

        Same("""{"off":[false,{"why":"test"}],"on":[true,{"why":"test"}],"newest":true,"old":true,"versions":2,"both":true}""", said);
    }

    [Fact]
    [Operation(Operations.RotationPolicy, Client.JavaScript)]
    public async Task A_rotation_policy_is_put_and_read_back_with_the_notice_that_the_service_adds()
    {
        var name = NameOf("policy");
        var said = await TellAsync($$"""
            const keys = keysOf('{{Vault}}');
            await keys.createRsaKey('{{name}}');
            const before = await keys.getKeyRotationPolicy('{{name}}');
            await keys.updateKeyRotationPolicy('{{name}}', { expiresIn: 'P90D', lifetimeActions: [{ action: 'Rotate', timeAfterCreate: 'P30D' }] });
            const after = await keys.getKeyRotationPolicy('{{name}}');
            const wrong = await refusal(keys.updateKeyRotationPolicy('{{name}}', { expiresIn: 'P7D', lifetimeActions: [] }));
            tell({ before: before.lifetimeActions, expires: after.expiresIn, after: after.lifetimeActions, dated: after.createdOn !== undefined,
              wrong: [wrong.status, wrong.code] });
            """);

        Same("""
            {"before":[{"action":"Notify","timeBeforeExpiry":"P30D"}],"expires":"P90D",
            "after":[{"action":"Rotate","timeAfterCreate":"P30D"},{"action":"Notify","timeBeforeExpiry":"P30D"}],"dated":true,"wrong":[400,"BadParameter"]}
            """, said);
    }

    [Fact]
    [Operation(Operations.DeletedKeys, Client.JavaScript)]
    public async Task A_deleted_key_comes_back_and_under_purge_protection_nobody_ends_it()
    {
        var name = NameOf("deleted");
        var said = await TellAsync($$"""
            const keys = keysOf('{{Vault}}');
            await keys.createRsaKey('{{name}}');
            const deleted = await (await keys.beginDeleteKey('{{name}}', often)).pollUntilDone();
            const listed = (await all(keys.listDeletedKeys())).some(key => key.name === '{{name}}');
            const days = (deleted.properties.scheduledPurgeDate - deleted.properties.deletedOn) / 86_400_000;
            const gone = await refusal(keys.getKey('{{name}}'));
            const purge = await refusal(keys.purgeDeletedKey('{{name}}'));
            const again = await refusal(keys.createRsaKey('{{name}}'));
            const back = await (await keys.beginRecoverDeletedKey('{{name}}', often)).pollUntilDone();
            tell({ listed, days, gone: [gone.status, gone.code], purge: [purge.status, purge.code], again: [again.status, again.inner], back: back.name,
              got: (await keys.getKey('{{name}}')).name });
            """);

        Same($$"""
            {"listed":true,"days":90,"gone":[404,"KeyNotFound"],"purge":[403,"Forbidden"],"again":[409,"ObjectIsDeletedButRecoverable"],
            "back":"{{name}}","got":"{{name}}"}
            """, said);
    }

    [Fact]
    [Operation(Operations.DeletedKeys, Client.JavaScript)]
    public async Task Without_purge_protection_a_deleted_key_is_ended_and_its_name_is_free()
    {
        var (name, vault) = (NameOf("purged"), NameOf("kv"));
        var said = await TellAsync($$"""
            await vaults.beginCreateOrUpdateAndWait('rg-streaming', '{{vault}}',
              { location: 'eastus', properties: { tenantId, sku: { family: 'A', name: 'standard' }, enableRbacAuthorization: true } }, often);
            const keys = keysOf('{{vault}}');
            await keys.createRsaKey('{{name}}');
            const level = (await (await keys.beginDeleteKey('{{name}}', often)).pollUntilDone()).properties.recoveryLevel;
            await keys.purgeDeletedKey('{{name}}');
            const gone = await refusal(keys.getDeletedKey('{{name}}'));
            tell({ level, gone: gone.status, again: (await keys.createRsaKey('{{name}}')).name });
            """);

        Same($$"""{"level":"Recoverable+Purgeable","gone":404,"again":"{{name}}"}""", said);
    }
}
