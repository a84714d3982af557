import type {
  Configuration,
  DatabaseFunctions,
  MembershipRow,
  PreviewedMember,
  PreviewFrame,
  ReplayableActivity,
} from '../database/functions.ts';
import { HeldProducts } from './held-products.ts';
import { inOrder } from './in-order.ts';
import { PAGE_SIZE, pagesOf } from './pages.ts';
import { Simulation } from './simulation.ts';
import { toSimulated } from './to-simulated.ts';

export interface ReplayOptions {
  functions: Pick<DatabaseFunctions, 'listReplayable' | 'listMemberships'>;
  /** The rules to try. */
  configuration: Configuration;
  frame: PreviewFrame;
  /** ISO 8601. */
  until: string;
  members: PreviewedMember[];
}

/** What members earned in a time, and what they would have earned by other rules. */
export interface Replayed {
  activities: number;
  booked: Map<string, number>;
  simulated: Map<string, number>;
}

/** Plays the activities of a time again, in the order in which they happened. Rejects with a `DatabaseError`. */
export async function replay(options: ReplayOptions): Promise<Replayed> {
  const { functions, configuration, frame, until } = options;
  const { communityId } = configuration;
  const products = await loadProducts(options);
  const simulation = new Simulation({
    configuration,
    zones: zonesOf(frame),
    joined: joinedOf(options.members),
  });
  const booked = new Map<string, number>();
  const rows = pagesOf<ReplayableActivity>((after) =>
    functions.listReplayable({ communityId, since: frame.since, until, after, limit: PAGE_SIZE }),
  );
  let activities = 0;
  for await (const page of inOrder(rows)) {
    for (const row of page) {
      booked.set(row.userId, (booked.get(row.userId) ?? 0) + row.xp);
      for (const activity of toSimulated(row, { configuration, products })) simulation.play(activity);
    }
    activities += page.length;
  }
  return { activities, booked, simulated: simulation.earned() };
}

/** Only where a multiplier asks who holds what. */
async function loadProducts({ functions, configuration }: ReplayOptions): Promise<HeldProducts> {
  const { communityId, rules } = configuration;
  const products = new HeldProducts();
  if (!rules.multipliers.some((multiplier) => multiplier.products)) return products;
  const pages = pagesOf<MembershipRow>((last) =>
    functions.listMemberships(communityId, last?.id ?? null, PAGE_SIZE),
  );
  for await (const page of pages) products.add(page);
  return products;
}

function zonesOf({ timeZone, zones }: PreviewFrame) {
  return { timeZone, changes: zones };
}

function joinedOf(members: PreviewedMember[]): [string, number][] {
  return members.flatMap(({ userId, joinedAt }) =>
    joinedAt === null ? [] : ([[userId, Date.parse(joinedAt)]] as [string, number][]),
  );
}
