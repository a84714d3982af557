import type { ConfigDocument } from '@wee5/contract';
import type { TimeZones } from '../../src/preview/time-zones.ts';
import { deliverAnyhow, deliverInTurn } from './any-deliveries.ts';
import { readLog, type LogRow } from './any-log.ts';
import { readProjections, type Projections } from './any-projections.ts';
import type { Kind, Scenario } from './any-scenario.ts';
import { AnyWorld } from './any-world.ts';
import { seeded } from './deliveries.ts';
import type { Replica } from './replica.ts';

/** A scenario in a community of its own, and what came of it. */
export interface Played extends Scenario {
  communityId: string;
  key: string;
  log: LogRow[];
  projections: Projections;
  zones: TimeZones;
}

/** Scenarios that two processes were told of anyhow, and a second world where the same is told in turn. */
export class AnyRun {
  readonly world: AnyWorld;
  readonly communities: Played[];
  readonly #orderly: AnyWorld;

  private constructor(world: AnyWorld, orderly: AnyWorld, communities: Played[]) {
    this.world = world;
    this.#orderly = orderly;
    this.communities = communities;
  }

  static async play(scenarios: Scenario[], how: { seed: number; isKilled: boolean }): Promise<AnyRun> {
    const [world, orderly] = await Promise.all([AnyWorld.start('many', 2), AnyWorld.start('turn', 1)]);
    try {
      return new AnyRun(world, orderly, await playAnyhow(world, scenarios, how));
    } catch (error) {
      await Promise.all([world.stop(), orderly.stop()]);
      throw error;
    }
  }

  async stop(): Promise<void> {
    await Promise.all([this.world.stop(), this.#orderly.stop()]);
  }

  of(...kinds: Kind[]): Played[] {
    return this.communities.filter(({ kind }) => kinds.includes(kind));
  }

  refusals(): Set<string | null> {
    return new Set(this.communities.flatMap(({ log }) => log.map(({ refusal }) => refusal)));
  }

  /** The same in a community of the same name in the other world, where everything comes once and in event time. */
  async playInTurn(community: Played, document: ConfigDocument) {
    const { communityId, happenings } = community;
    const [replica] = this.#orderly.replicas;
    const key = await this.#orderly.add(communityId, community, document);
    const told = happenings.map((happening) => ({ communityId, key, happening }));
    await deliverInTurn(told, replica as Replica);
    return read(this.#orderly, communityId);
  }
}

async function tellAnyhow(
  world: AnyWorld,
  communities: (Scenario & { communityId: string; key: string })[],
  { seed, isKilled }: { seed: number; isKilled: boolean },
): Promise<void> {
  const all = communities.flatMap(({ communityId, key, kind, happenings }) =>
    happenings.map((happening) => {
      // What is known of members and messages is a matter of arrival, and the rest is not.
      const phase = kind === 'free' || kind === 'reversed' ? happening.phase : 2;
      return { communityId, key, happening, phase };
    }),
  );
  const [first] = world.replicas;
  const afterAThird = async () => {
    await first?.kill();
    await first?.start();
  };
  for (const phase of [0, 1, 2]) {
    const told = all.filter((each) => each.phase === phase);
    const { replicas } = world;
    const random = seeded(seed + phase);
    await deliverAnyhow(told, { replicas, random, ...(isKilled && phase === 2 && { afterAThird }) });
  }
}

async function read(world: AnyWorld, communityId: string) {
  const { timeZone, zones } = await world.zonesOf(communityId);
  return {
    log: await readLog(world.client, communityId),
    projections: await readProjections(world.client, communityId),
    zones: { timeZone, changes: zones },
  };
}

/** Tells both processes what happened, until everything is taken, and reads what came of it. */
async function playAnyhow(
  world: AnyWorld,
  scenarios: Scenario[],
  how: { seed: number; isKilled: boolean },
): Promise<Played[]> {
  const named = scenarios.map((scenario, index) => ({ ...scenario, communityId: `biz_any_${index}` }));
  const added: (Scenario & { communityId: string; key: string })[] = [];
  for (const each of named) {
    added.push({ ...each, key: await world.add(each.communityId, each, each.document) });
  }
  await tellAnyhow(world, added, how);
  const communities: Played[] = [];
  for (const each of added) communities.push({ ...each, ...(await read(world, each.communityId)) });
  return communities;
}
