using ByokConsole.Tests.RealClients.Matrix;

namespace ByokConsole.Tests.RealClients.JavaScript;

/// <summary><c>@azure/arm-keyvault</c> and <c>@azure/arm-authorization</c>.</summary>
[Trait(Category, RealClients)]
[Collection(RealClientSandbox.Name)]
public sealed class ResourceManagerTests(RealClientSandbox sandbox) : JavaScriptTests(sandbox)
{
    private const string New = """
        { location: 'eastus', tags: { team: 'orders' }, properties: { tenantId, sku: { family: 'A', name: 'standard' }, enableRbacAuthorization: true } }
        """;

    [Fact]
    [Operation(Operations.Vaults, Client.JavaScript)]
    [Operation(Operations.NoVault, Client.JavaScript)]
    public async Task Vaults_are_listed_by_subscription_and_group_and_got_alone()
    {
        var said = await TellAsync("""
            const bySubscription = (await all(vaults.listBySubscription())).map(vault => vault.name);
            const byGroup = (await all(vaults.listByResourceGroup('rg-streaming'))).map(vault => vault.name);
            const none = await all(vaults.listByResourceGroup('rg-security'));
            const { name, location, properties, systemData } = await vaults.get('rg-streaming', 'kv-walled-eus');
            const gone = await refusal(vaults.get('rg-streaming', 'kv-never-there'));
            tell({ seeded: ['kv-orders-eus', 'kv-orders-weu', 'kv-orders-neu'].every(one => bySubscription.includes(one) && byGroup.includes(one)), none,
              got: [name, location, properties.sku.name, properties.enablePurgeProtection, properties.enableSoftDelete,
                properties.networkAcls.defaultAction, properties.vaultUri],
              author: systemData.createdByType, gone: [gone.status, gone.code] });
            """);

        Same("""
            {"seeded":true,"none":[],"got":["kv-walled-eus","eastus","standard",true,true,"Deny","https://kv-walled-eus.vault.azure.net/"],
            "author":"Application","gone":[404,"ResourceNotFound"]}
            """, said);
    }

    [Fact]
    [Operation(Operations.MakeVault, Client.JavaScript)]
    [Operation(Operations.PurgeProtection, Client.JavaScript)]
    [Operation(Operations.VaultName, Client.JavaScript)]
    public async Task A_vault_is_made_and_its_purge_protection_once_on_stays_on()
    {
        var vault = NameOf("kv");
        var said = await TellAsync($$"""
            const free = await vaults.checkNameAvailability({ name: '{{vault}}', type: 'Microsoft.KeyVault/vaults' });
            const made = await vaults.beginCreateOrUpdateAndWait('rg-streaming', '{{vault}}', {{New}}, often);
            const taken = await vaults.checkNameAvailability({ name: '{{vault}}', type: 'Microsoft.KeyVault/vaults' });
            const on = await vaults.update('rg-streaming', '{{vault}}', { tags: { team: 'payments' }, properties: { enablePurgeProtection: true } });
            const off = await refusal(vaults.update('rg-streaming', '{{vault}}', { properties: { enablePurgeProtection: false } }));
            tell({ free: free.nameAvailable, taken: [taken.nameAvailable, taken.reason], made: [made.tags, made.properties.enablePurgeProtection ?? null],
              on: [on.tags, on.properties.enablePurgeProtection], off: off.status, key: (await keysOf('{{vault}}').createRsaKey('first')).properties.recoveryLevel });
            """);

        Same("""
            {"free":true,"taken":[false,"AlreadyExists"],"made":[{"team":"orders"},null],"on":[{"team":"payments"},true],"off":400,"key":"Recoverable"}
            """, said);
    }

    [Fact]
    [Operation(Operations.DeletedVaults, Client.JavaScript)]
    public async Task A_deleted_vault_comes_back_with_its_keys_and_is_purged_only_without_protection()
    {
        var vault = NameOf("kv");
        var said = await TellAsync($$"""
            await vaults.beginCreateOrUpdateAndWait('rg-streaming', '{{vault}}', {{New}}, often);
            await keysOf('{{vault}}').createRsaKey('kept');
            await vaults.delete('rg-streaming', '{{vault}}');
            const listed = (await all(vaults.listDeleted())).map(deleted => deleted.name).includes('{{vault}}');
            const { properties } = await vaults.getDeleted('{{vault}}', 'eastus');
            const days = Math.round((properties.scheduledPurgeDate - properties.deletionDate) / 86_400_000);
            const again = await refusal(vaults.beginCreateOrUpdateAndWait('rg-streaming', '{{vault}}', {{New}}, often));
            await vaults.beginCreateOrUpdateAndWait('rg-streaming', '{{vault}}',
              { location: 'eastus', properties: { tenantId, sku: { family: 'A', name: 'standard' }, createMode: 'recover' } }, often);
            const kept = (await keysOf('{{vault}}').getKey('kept')).name;
            await vaults.delete('rg-streaming', '{{vault}}');
            await vaults.beginPurgeDeletedAndWait('{{vault}}', 'eastus', often);
            const purged = await refusal(vaults.getDeleted('{{vault}}', 'eastus'));
            await vaults.beginCreateOrUpdateAndWait('rg-streaming', '{{vault}}', {{New}}, often);
            const empty = (await all(keysOf('{{vault}}').listPropertiesOfKeys())).length;
            await vaults.update('rg-streaming', '{{vault}}', { properties: { enablePurgeProtection: true } });
            await vaults.delete('rg-streaming', '{{vault}}');
            const kept2 = await refusal(vaults.beginPurgeDeletedAndWait('{{vault}}', 'eastus', often));
            tell({ listed, days, again: [again.status, again.code], kept, purged: purged.status, empty, protected: [kept2.status, kept2.code] });
            """);

        Same("""{"listed":true,"days":90,"again":[409,"ConflictError"],"kept":"kept","purged":404,"empty":0,"protected":[405,"MethodNotAllowed"]}""", said);
    }

    [Fact]
    [Operation(Operations.AccessPolicies, Client.JavaScript)]
    public async Task Access_policies_are_added_replaced_and_removed_one_principal_at_a_time()
    {
        var vault = NameOf("kv");
        var said = await TellAsync($$"""
            const [one, other] = ['{{Guid.NewGuid()}}', '{{Guid.NewGuid()}}'];
            const policy = (objectId, ...keys) => ({ properties: { accessPolicies: [{ tenantId, objectId, permissions: { keys } }] } });
            const now = async () => (await vaults.get('rg-streaming', '{{vault}}')).properties.accessPolicies
              .map(held => [held.objectId === one ? 'one' : 'other', held.permissions.keys]);
            await vaults.beginCreateOrUpdateAndWait('rg-streaming', '{{vault}}',
              { location: 'eastus', properties: { ...policy(one, 'get').properties, tenantId, sku: { family: 'A', name: 'standard' } } }, often);
            const told = [await now()];
            const changes = [['add', policy(one, 'wrapKey')], ['add', policy(other, 'list')], ['replace', policy(other, 'get')], ['remove', policy(one)]];
            for (const [kind, change] of changes) {
              await vaults.updateAccessPolicy('rg-streaming', '{{vault}}', kind, change);
              told.push(await now());
            }
            tell(told);
            """);

        Same("""
            [[["one",["get"]]],
            [["one",["get","wrapKey"]]],
            [["one",["get","wrapKey"]],["other",["list"]]],
            [["one",["get","wrapKey"]],["other",["get"]]],
            [["other",["get"]]]]
            """, said);
    }

    [Fact]
    [Operation(Operations.Definitions, Client.JavaScript)]
    [Operation(Operations.Assign, Client.JavaScript)]
    [Operation(Operations.Assignments, Client.JavaScript)]
    [Operation(Operations.Unassign, Client.JavaScript)]
    public async Task A_role_is_found_by_its_name_assigned_listed_and_taken_away()
    {
        var (_, application) = await RegisterAsync();
        var principal = (await Cloud.AzureAsync(HttpMethod.Post, "https://graph.microsoft.com/v1.0/servicePrincipals",
            new System.Text.Json.Nodes.JsonObject { ["appId"] = application })).Expect(201)["id"];
        var said = await TellAsync($$"""
            import { randomUUID } from 'node:crypto';
            const scope = '{{VaultId}}';
            const [role] = await all(roleDefinitions.list(scope, { filter: "roleName eq 'Key Vault Reader'" }));
            const name = randomUUID();
            const body = { roleDefinitionId: role.id, principalId: '{{principal}}', principalType: 'ServicePrincipal' };
            const made = await roleAssignments.create(scope, name, body);
            const twice = await refusal(roleAssignments.create(scope, randomUUID(), body));
            const mine = async () => (await all(roleAssignments.listForScope(scope, { filter: `principalId eq '{{principal}}'` })))
              .map(held => held.name === name && held.roleDefinitionId === role.id);
            const listed = await mine();
            const gone = await roleAssignments.delete(scope, name);
            const read = await refusal(roleAssignments.get(scope, name));
            const byItself = `/subscriptions/${subscriptionId}/providers/Microsoft.Authorization/roleDefinitions/${role.name}`;
            tell({ role: [role.name, role.roleName, role.id === byItself], made: [made.scope === scope, made.principalType],
              twice: [twice.status, twice.code], listed, gone: gone.name === name, after: await mine(), read: [read.status, read.code] });
            """);

        Same($$"""
            {"role":["{{VaultReader}}","Key Vault Reader",true],"made":[true,"ServicePrincipal"],"twice":[409,"RoleAssignmentExists"],"listed":[true],
            "gone":true,"after":[],"read":[404,"RoleAssignmentNotFound"]}
            """, said);
    }
}
