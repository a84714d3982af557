import { eventsRequestSchema, type CustomEvent } from '@wee5/contract';
import { invalidPart } from '../../errors.ts';
import type { Activity } from '../../pipeline/activity.ts';
import { storableName } from '../../pipeline/events/text.ts';
import { MAX_AHEAD_MS } from '../../pipeline/translate.ts';
import type { CommunityRequest } from '../read-community.ts';
import { invalid, validate } from '../validate.ts';

/** An event with its time, and where it stands in the request. */
export interface ReceivedEvent extends Omit<CustomEvent, 'at'> {
  at: Date;
  /** What comes before a field's name in messages: `` or `events.3.`. */
  path: string;
}

/** The events of a request, one or many. Throws `validation-failed` that names every part that is wrong. */
export function readEvents(request: CommunityRequest, now: Date): ReceivedEvent[] {
  const sent = validate(eventsRequestSchema, withKeyOfHeader(request));
  const many = 'events' in sent;
  const events = (many ? sent.events : [sent]).map((event, index) => ({
    ...event,
    at: event.at === undefined ? now : new Date(event.at),
    path: many ? `events.${index}.` : '',
  }));
  const errors = events.flatMap((event) => [...controlCharactersIn(event), ...tooFarAhead(event, now)]);
  if (errors.length > 0) throw invalid(errors);
  return events;
}

export function toActivity(communityId: string, event: ReceivedEvent): Activity {
  return {
    communityId,
    userId: event.userId,
    type: `event.${event.name}`,
    key: `event:${event.idempotencyKey}`,
    at: event.at,
    username: storableName(event.username ?? null),
    displayName: storableName(event.displayName ?? null),
    experienceId: event.experienceId ?? null,
    counterpartId: null,
    contentLength: 0,
  };
}

/** One event may have its key in the header `Idempotency-Key` instead. */
function withKeyOfHeader(request: CommunityRequest): unknown {
  const key = request.get('Idempotency-Key');
  const body: unknown = request.body;
  if (key === undefined || typeof body !== 'object' || body === null) return body;
  if ('events' in body) {
    throw invalidPart('Idempotency-Key', 'is for one event: give each of many its `idempotencyKey`');
  }
  if ('idempotencyKey' in body && body.idempotencyKey !== key) {
    throw invalidPart('idempotencyKey', 'is another one than the header `Idempotency-Key` says');
  }
  return { ...body, idempotencyKey: key };
}

/** No id has any; what the database cannot hold is refused before. */
function controlCharactersIn({ path, ...event }: ReceivedEvent): { path: string; message: string }[] {
  const ids = ['userId', 'idempotencyKey', 'experienceId'] as const;
  return ids
    .filter((name) => /\p{Cc}/u.test(event[name] ?? ''))
    .map((name) => ({ path: `${path}${name}`, message: 'must be without control characters' }));
}

function tooFarAhead({ path, at }: ReceivedEvent, now: Date): { path: string; message: string }[] {
  if (at.getTime() - now.getTime() <= MAX_AHEAD_MS) return [];
  const message = `must not be more than 5 minutes ahead: it is ${now.toISOString()} here`;
  return [{ path: `${path}at`, message }];
}
