import type { Pipeline } from '../../pipeline/index.ts';
import { invalid } from '../validate.ts';
import type { ReceivedEvent } from './event-request.ts';

/** Throws `validation-failed` for events that the community's rules do not know, with those they do. */
export async function checkNames(
  pipeline: Pick<Pipeline, 'findConfiguration'>,
  communityId: string,
  events: ReceivedEvent[],
): Promise<void> {
  const known = await namesOf(pipeline, communityId, false);
  if (events.every(({ name }) => known.has(name))) return;
  // A rule that has just been saved may not be known here yet.
  const current = await namesOf(pipeline, communityId, true);
  const unknown = events.filter(({ name }) => !current.has(name));
  if (unknown.length === 0) return;
  const list = [...current]
    .toSorted()
    .map((name) => `\`${name}\``)
    .join(', ');
  const message = current.size === 0 ? 'is unknown: the rules name no events yet' : `must be one of ${list}`;
  throw invalid(unknown.map(({ path }) => ({ path: `${path}name`, message })));
}

async function namesOf(
  pipeline: Pick<Pipeline, 'findConfiguration'>,
  communityId: string,
  fresh: boolean,
): Promise<Set<string>> {
  const configuration = await pipeline.findConfiguration(communityId, { fresh });
  return new Set(Object.keys(configuration?.rules.events ?? {}));
}
