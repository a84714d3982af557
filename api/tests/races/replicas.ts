import { shuffled, type Happening } from './deliveries.ts';
import type { Replica } from './replica.ts';

/** What every delivery of a race is signed with. */
export const secret = 'ws_race';

/** Delivers everything one to three times, shuffled, 40 at a time, to any replica, until each got a 200. */
export async function deliverAll(
  happened: Happening[],
  replicas: Replica[],
  random: () => number,
): Promise<void> {
  const copies = happened.flatMap((happening) =>
    Array.from({ length: 1 + Math.floor(random() * 3) }, () => happening.body()),
  );
  const queue = shuffled(copies, random);
  const anyReplica = (): Replica | undefined => replicas[Math.floor(random() * replicas.length)];
  await Promise.all(
    Array.from({ length: 40 }, async () => {
      for (let body = queue.pop(); body !== undefined; body = queue.pop()) {
        await deliverUntilTaken(body, anyReplica);
      }
    }),
  );
}

async function deliverUntilTaken(body: string, anyReplica: () => Replica | undefined): Promise<void> {
  for (let attempt = 0; attempt < 400; attempt++) {
    const answer = await anyReplica()?.deliver(body, secret);
    if (answer?.status === 200) return;
    if (answer && answer.status !== 503) throw new Error(`answered ${answer.status}, which no retry mends`);
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error('no replica took the delivery');
}
