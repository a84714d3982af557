import type { Configuration, ReplayableActivity } from '../database/functions.ts';
import { isOff } from '../pipeline/score.ts';
import type { HeldProducts } from './held-products.ts';
import type { SimulatedActivity } from './simulation.ts';

/**
 * An activity of the log as other rules see it. A reaction is one of two members where they reward the receiver, even if
 * that was off when it happened and so is not in the log.
 */
export function toSimulated(
  row: ReplayableActivity,
  { configuration, products }: { configuration: Configuration; products: HeldProducts },
): SimulatedActivity[] {
  const given = readRow(row, configuration.communityId, products);
  const received = receivedOf(given);
  return received && !isOff(configuration, 'reaction_received')
    ? [given, { ...received, productIds: products.at(received.userId, received.at) }]
    : [given];
}

function readRow(row: ReplayableActivity, communityId: string, products: HeldProducts): SimulatedActivity {
  const { userId, type, key, facts, counterpartId } = row;
  const at = new Date(row.at);
  return {
    communityId,
    userId,
    type,
    key,
    at,
    counterpartId,
    experienceId: facts.experienceId ?? null,
    contentLength: facts.length ?? 0,
    replyToKey: facts.replyToKey ?? null,
    amount: facts.amount ?? null,
    currency: facts.currency ?? null,
    usdAmount: facts.usdAmount ?? null,
    productIds: products.at(userId, at),
  };
}

/** The same natural key as where it is in the log, so that it counts once. */
function receivedOf(given: SimulatedActivity): SimulatedActivity | null {
  const { type, key, userId, counterpartId } = given;
  if (type !== 'reaction' || counterpartId === null) return null;
  return {
    ...given,
    userId: counterpartId,
    counterpartId: userId,
    type: 'reaction_received',
    key: key.replace(/^reaction:/, 'received:'),
  };
}
