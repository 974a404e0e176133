using ByokConsole.Tests.RealClients.Matrix;

namespace ByokConsole.Tests.RealClients.JavaScript;

/// <summary>
/// <c>CryptographyClient</c> of <c>@azure/keyvault-keys</c>. It does what it can in its own process with the public key that it got, so that the two sides
/// check each other: what one made the other reads.
/// </summary>
[Trait(Category, RealClients)]
[Collection(RealClientSandbox.Name)]
public sealed class CryptographyClientTests(RealClientSandbox sandbox) : JavaScriptTests(sandbox)
{
    [Fact]
    [Operation(Operations.Wrap, Client.JavaScript)]
    public async Task A_wrapped_data_key_comes_back_whichever_algorithm_wrapped_it_also_by_an_older_version()
    {
        var name = NameOf("wraps");
        var said = await TellAsync($$"""
            const keys = keysOf('{{Vault}}');
            const data = Buffer.from('0123456789abcdef0123456789abcdef');
            const key = await keys.createRsaKey('{{name}}');
            const crypto = cryptoOf(key);
            const wrapped = [];
            for (const algorithm of ['RSA-OAEP-256', 'RSA-OAEP', 'RSA1_5']) wrapped.push(await crypto.wrapKey(algorithm, data));
            await keys.rotateKey('{{name}}');
            const back = [];
            for (const one of wrapped) back.push(Buffer.from((await crypto.unwrapKey(one.algorithm, one.result)).result).equals(data));
            const newer = cryptoOf(await keys.getKey('{{name}}'));
            const wrong = await refusal(newer.unwrapKey('RSA-OAEP-256', wrapped[0].result));
            tell({ back, wrong: [wrong.status, wrong.code] });
            """);

        Same("""{"back":[true,true,true],"wrong":[400,"BadParameter"]}""", said);
    }

    [Fact]
    [Operation(Operations.Encrypt, Client.JavaScript)]
    public async Task What_was_encrypted_is_decrypted()
    {
        var said = await TellAsync($$"""
            const crypto = cryptoOf(await keysOf('{{Vault}}').createRsaKey('{{NameOf("encrypts")}}'));
            const texts = [];
            for (const algorithm of ['RSA-OAEP-256', 'RSA-OAEP']) {
              const { result } = await crypto.encrypt({ algorithm, plaintext: Buffer.from('größe') });
              texts.push(Buffer.from((await crypto.decrypt({ algorithm, ciphertext: result })).result).toString());
            }
            tell(texts);
            """);

        Same("""["größe","größe"]""", said);
    }

    [Fact]
    [Operation(Operations.Sign, Client.JavaScript)]
    public async Task What_the_vault_signed_holds_against_its_public_key_and_at_the_vault_and_for_nothing_else()
    {
        var name = NameOf("signs");
        var said = await TellAsync($$"""
            import { constants, createHash, createPublicKey, verify } from 'node:crypto';
            const keys = keysOf('{{Vault}}');
            const rsa = await keys.createRsaKey('{{name}}');
            const ec = await keys.createEcKey('{{name}}-ec', { curve: 'P-384' });
            const text = Buffer.from('orders'), told = {};
            const base64url = bytes => Buffer.from(bytes).toString('base64url');
            const own = key => createPublicKey({ format: 'jwk', key: key.key.crv
              ? { kty: 'EC', crv: key.key.crv, x: base64url(key.key.x), y: base64url(key.key.y) }
              : { kty: 'RSA', n: base64url(key.key.n), e: base64url(key.key.e) } });
            for (const [key, algorithm] of [[rsa, 'RS256'], [rsa, 'PS512'], [ec, 'ES384']]) {
              const crypto = cryptoOf(key);
              const { result } = await crypto.signData(algorithm, text);
              const way = algorithm.startsWith('PS')
                ? { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: constants.RSA_PSS_SALTLEN_DIGEST }
                : { dsaEncoding: 'ieee-p1363' };
              const byOwn = verify(`sha${algorithm.slice(2)}`, text, { key: own(key), ...way }, result);
              const digest = what => createHash(`sha${algorithm.slice(2)}`).update(what).digest();
              // A digest, unlike data, the library sends to the vault.
              const byVault = async what => (await crypto.verify(algorithm, digest(what), result)).result;
              told[algorithm] = [byOwn, await byVault(text), await byVault('another')];
            }
            const wrong = await refusal(cryptoOf(ec).signData('ES256', text));
            tell({ told, wrong: [wrong.status, wrong.code] });
            """);

        Same("""{"told":{"RS256":[true,true,false],"PS512":[true,true,false],"ES384":[true,true,false]},"wrong":[400,"BadParameter"]}""", said);
    }

    [Fact]
    [Operation(Operations.Refused, Client.JavaScript)]
    public async Task Each_refusal_arrives_with_the_code_that_tells_it_from_the_others()
    {
        var name = NameOf("off");
        var said = await TellAsync($$"""
            const keys = keysOf('{{Vault}}');
            const key = await keys.createRsaKey('{{name}}');
            const crypto = cryptoOf(key.id);
            const { result } = await cryptoOf(key).wrapKey('RSA-OAEP-256', Buffer.from('data'));
            await keys.updateKeyProperties('{{name}}', { enabled: false });
            const told = async call => (({ status, code, inner }) => [status, code, inner ?? null])(await refusal(call));
            tell({
              disabled: await told(crypto.unwrapKey('RSA-OAEP-256', result)),
              firewall: await told(keysOf('kv-trusted-eus').getKey('orders-cmk')),
              unknown: await told(keys.getKey('{{name}}-none')),
              symmetric: await told(keys.createKey('{{name}}-oct', 'oct')),
              hsm: await told(keysOf('kv-nopurge-eus').createRsaKey('{{name}}-hsm', { hsm: true })),
            });
            """);

        Same("""
            {"disabled":[403,"Forbidden","KeyDisabled"],"firewall":[403,"Forbidden","ForbiddenByFirewall"],"unknown":[404,"KeyNotFound",null],
            "symmetric":[400,"BadParameter",null],"hsm":[400,"BadParameter",null]}
            """, said);
    }

    [Fact]
    [Operation(
        Operations.NoSuchVault, Client.JavaScript,
        Differs = "The cloud's name does not resolve; here the proxy answers 502, because it is what resolves names.")]
    public async Task A_vault_that_does_not_exist_cannot_be_reached()
    {
        var said = await TellAsync("""
            import { KeyClient } from '@azure/keyvault-keys';
            import { credential } from './clients.mjs';
            const keys = new KeyClient('https://kv-nobody-has-this.vault.azure.net', credential, { retryOptions: { maxRetries: 0 } });
            const { status, message } = await refusal(keys.getKey('orders-cmk'));
            tell([status, message.includes('kv-nobody-has-this')]);
            """);

        Same("[502,true]", said);
    }
}
