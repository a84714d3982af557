import { createSession } from '@wee5/client';
import { expectEqual, type Step, type World } from '../step.ts';

export const sessions: Step = {
  claim: 'a secret key mints member tokens, and the API takes them for their own community only',
  async run(world) {
    await world.chat({ user: 'user_neighbour', minutesAgo: 30 });
    await world.chat({ community: world.otherCommunity, user: 'user_stranger', minutesAgo: 30 });
    const key = await keyFor(world, world.community);
    const otherKey = await keyFor(world, world.otherCommunity);
    world.tokens.set('creator', key);
    const live = await mint(world, key, 'member');
    await mint(world, key, 'neighbour');
    await mint(world, otherKey, 'stranger');
    expectEqual('how members hear of changes', live.transport, 'supabase');
    expectEqual('the own card', await readStatus(world, 'member'), 200);
    expectEqual('a card of another community', await readStatus(world, 'stranger'), 403);
    return 'three tokens; the stranger’s is answered 403';
  },
};

async function keyFor({ server }: World, communityId: string): Promise<string> {
  const { keys } = server.context.identities;
  const made = await keys.create(communityId, { kind: 'secret', label: 'smoke test' });
  if (!made) throw new Error(`The community ${communityId} is not there.`);
  return made.key;
}

async function mint({ server, tokens }: World, key: string, who: 'member' | 'neighbour' | 'stranger') {
  const { token, live } = await createSession({ apiUrl: server.url, key, userId: `user_${who}` });
  tokens.set(who, token);
  return live;
}

async function readStatus({ server, community, tokens }: World, who: 'member' | 'stranger'): Promise<number> {
  const url = `${server.url}/api/v1/communities/${community}/members/me`;
  const { status } = await fetch(url, { headers: { Authorization: `Bearer ${tokens.get(who)}` } });
  return status;
}
