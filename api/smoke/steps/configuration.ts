import { createClient, type LiveEvent, type LiveState } from '@wee5/client';
import type { Config, RulesInput } from '@wee5/contract';
import { ask } from '../ask.ts';
import { eventually, expectEqual, type Step, type World } from '../step.ts';

/** What the steps after this one earn by. */
const rules: RulesInput = {
  sources: { reaction_received: { xp: 7 }, payment: { xpPerUnit: 10 } },
  events: { webinar: { xp: 30, dailyCap: 50 } },
};

export const savedConfiguration: Step = {
  claim: 'a configuration is saved over RPC, heard of over Realtime, and rolled back',
  async run(world) {
    const heard = await listen(world);
    const { version } = await ask<Config>(world, 'creator', { path: '/config' });
    const saved = await save(world, version);
    expectEqual('the version after a save', saved.version, version + 1);
    const told = await eventually(
      'community.updated',
      () => heard.find(({ type }) => type === 'community.updated'),
      (event) => event !== undefined,
    );

    const late = { method: 'PUT', path: '/config', body: { version, rules }, status: 409 } as const;
    expectEqual('a save of what was changed meanwhile', await codeOf(world, late), 'version-conflict');
    await ask(world, 'member', { ...late, status: 403 });
    const restored = await ask<Config>(world, 'creator', {
      method: 'POST',
      path: '/config/rollback',
      body: { version: saved.version, to: version },
    });
    expectEqual('the events after a rollback', restored.rules.events, {});
    const again = await save(world, restored.version);
    expectEqual('the versions', again.version, version + 3);
    return `versions ${version} to ${again.version}; ${told?.type} was heard`;
  },
};

function save(world: World, version: number): Promise<Config> {
  return ask<Config>(world, 'creator', { method: 'PUT', path: '/config', body: { version, rules } });
}

async function codeOf(world: World, asked: Parameters<typeof ask>[2]): Promise<string> {
  return (await ask<{ code: string }>(world, 'creator', asked)).code;
}

/** What a member hears, from when on they hear it. */
async function listen({ server, community, tokens, clients }: World): Promise<LiveEvent[]> {
  const client = createClient({ apiUrl: server.url, communityId: community, token: tokens.get('member') });
  clients.push(client);
  const heard: LiveEvent[] = [];
  let state: LiveState | undefined;
  client
    .live()
    .watch(
      { kind: 'rankCard', userId: 'user_member' },
      { data: () => undefined, event: (event) => void heard.push(event), state: (now) => (state = now) },
    );
  await eventually(
    'the live state',
    () => state,
    (now) => now?.status === 'live' && now.transport === 'supabase',
  );
  return heard;
}
