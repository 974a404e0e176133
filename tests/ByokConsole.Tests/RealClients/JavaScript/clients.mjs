// What every script of the tests begins with: the libraries' clients as Microsoft's pages show them, set up by the environment alone.
import { EnvironmentCredential } from '@azure/identity';
import { CryptographyClient, KeyClient } from '@azure/keyvault-keys';
import { KeyVaultManagementClient } from '@azure/arm-keyvault';
import { AuthorizationManagementClient } from '@azure/arm-authorization';

export const credential = new EnvironmentCredential();
export const tenantId = process.env.AZURE_TENANT_ID;
export const subscriptionId = process.env.AZURE_SUBSCRIPTION_ID;

export const keysOf = vault => new KeyClient(`https://${vault}.vault.azure.net`, credential);
export const cryptoOf = key => new CryptographyClient(key, credential);
export const vaults = new KeyVaultManagementClient(credential, subscriptionId).vaults;
const authorization = new AuthorizationManagementClient(credential, subscriptionId);
export const { roleAssignments, roleDefinitions } = authorization;

/** The delay between two looks of the libraries' pollers, which by default suits a cloud across an ocean. */
export const often = { intervalInMs: 50, updateIntervalInMs: 50 };

export const all = async pages => {
  const items = [];
  for await (const item of pages) items.push(item);
  return items;
};

/** What a call that must fail was refused with. */
export const refusal = async call => {
  try {
    await call;
  } catch (problem) {
    const text = problem.response?.bodyAsText ?? '';
    const inner = text.startsWith('{') ? JSON.parse(text).error?.innererror?.code : undefined;
    return { status: problem.statusCode, code: problem.code, inner, message: problem.message };
  }
  throw new Error('It was not refused.');
};

/** Writes what the test looks at. */
export const tell = said => process.stdout.write(JSON.stringify(said, (_, value) => value instanceof Uint8Array ? Buffer.from(value).toString('base64') : value));
