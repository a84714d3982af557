import type { Config, RulesInput } from '@wee5/contract';
import type { TestServer } from './test-server.ts';

/** Saves rules as the creator's server does, and returns its key. The community comes into being. */
export async function saveRules(server: TestServer, communityId: string, rules: RulesInput): Promise<string> {
  const { functions, communityDefaults, identities } = server.context;
  await functions.ensureCommunities([communityId], communityDefaults);
  const made = await identities.keys.create(communityId, { kind: 'secret' });
  if (!made) throw new Error(`There is no ${communityId}.`);
  const headers = { authorization: `Bearer ${made.key}`, 'content-type': 'application/json' };
  const path = `/api/v1/communities/${communityId}/config`;
  const { body } = await server.read<Config>(path, { headers });
  const change = JSON.stringify({ version: body.version, rules });
  const saved = await server.read(path, { method: 'PUT', headers, body: change });
  if (saved.status !== 200) throw new Error(`The rules were refused: ${JSON.stringify(saved.body)}`);
  return made.key;
}
