import type { Happening, Word } from './any-happenings.ts';
import { shuffled } from './deliveries.ts';
import type { Replica } from './replica.ts';
import { secret } from './replicas.ts';

/** A community to which something happens, and the key of its creator's server. */
export interface Told {
  communityId: string;
  key: string;
  happening: Happening;
}

/** Everything one to three times, shuffled, 32 at a time, to any replica, until each delivery was taken. */
export async function deliverAnyhow(
  told: Told[],
  options: { replicas: Replica[]; random: () => number; afterAThird?: () => Promise<void> },
): Promise<void> {
  const { replicas, random, afterAThird } = options;
  const copies = told.flatMap((each) => Array.from({ length: 1 + Math.floor(random() * 3) }, () => each));
  const queue = inAnyOrder(copies, random);
  let taken = 0;
  let fault: Promise<void> | undefined;
  await Promise.all(
    Array.from({ length: 32 }, async () => {
      for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
        await untilTaken(next, () => replicas[Math.floor(random() * replicas.length)]);
        taken += 1;
        if (taken > copies.length / 3) fault ??= afterAThird?.();
      }
    }),
  );
  await fault;
}

/** Half of it wherever it falls, half beside what it has to do with: a payment and its refund at the same moment. */
function inAnyOrder(copies: Told[], random: () => number): Told[] {
  const places = new Map<string, number>();
  return shuffled(copies, random)
    .map((each) => {
      const { takesBack, activities } = each.happening;
      const origin = `${each.communityId} ${takesBack?.of ?? activities[0]?.key}`;
      const place = places.get(origin) ?? random();
      places.set(origin, place);
      return { each, place: random() < 0.5 ? random() : place };
    })
    .toSorted((one, other) => one.place - other.place)
    .map(({ each }) => each);
}

/** One after the other in event time, each once, as if nothing were ever late. */
export async function deliverInTurn(told: Told[], replica: Replica): Promise<void> {
  for (const each of told) await untilTaken(each, () => replica);
}

async function untilTaken(
  { communityId, key, happening }: Told,
  anyReplica: () => Replica | undefined,
): Promise<void> {
  const send = sender(happening.word, { communityId, key });
  for (let attempt = 0; attempt < 400; attempt++) {
    const replica = anyReplica();
    const status = replica && (await send(replica));
    if (status === 200) return;
    if (status !== undefined && status !== 503) throw new Error(`answered ${status}, which no retry mends`);
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error('no replica took the delivery');
}

/** The status of the answer, or undefined where none came. */
type Send = (replica: Replica) => Promise<number | undefined>;

function sender(word: Word, { communityId, key }: { communityId: string; key: string }): Send {
  if ('body' in word) {
    const body = word.body(communityId);
    return async (replica) => (await replica.deliver(body, secret))?.status;
  }
  const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json' };
  const request = { method: 'POST', headers, body: JSON.stringify(word.event) };
  return async (replica) => {
    try {
      const answer = await fetch(`${replica.url}/api/v1/communities/${communityId}/events`, request);
      await answer.arrayBuffer();
      return answer.status;
    } catch {
      return undefined;
    }
  };
}
