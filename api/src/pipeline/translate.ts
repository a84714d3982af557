import { whopHeadSchema, type HandledEventType } from '@wee5/contract';
import type { Translation } from './activity.ts';
import { mapChatMessage } from './events/chat-message.ts';
import { mapChatReaction } from './events/chat-reaction.ts';
import { lookForText } from './events/look.ts';
import type { EventMapper } from './events/mapper.ts';
import { mapMember } from './events/member.ts';

const mappers: Record<HandledEventType, EventMapper> = {
  'chat.message.created': mapChatMessage,
  'chat.reaction.created': mapChatReaction,
  'member.created': mapMember,
  'member.updated': mapMember,
};

const MAX_AHEAD_MS = 5 * 60_000;

/** Says what a verified payload, of whatever shape, means to us. Never throws. */
export function translate(payload: Record<string, unknown>, now: Date): Translation {
  const { api_version: version, type } = whopHeadSchema.parse(payload);
  if (version !== null && version !== 'v1') return { kind: 'ignored', reason: 'unsupported-api-version' };
  if (!isHandled(type)) return { kind: 'ignored', reason: 'unhandled-type' };

  const mapped = mappers[type](payload);
  if (mapped.kind === 'ignored') return mapped;
  const communityId = findCommunity(payload);
  const quarantined = { kind: 'quarantined', communityId } as const;
  if (mapped.kind === 'unknown-shape') return { ...quarantined, reason: mapped.kind, issues: mapped.issues };
  if (communityId === null) return { ...quarantined, reason: 'missing-community' };
  const { at } = mapped.kind === 'profile' ? mapped.profile : mapped.activity;
  if (at.getTime() - now.getTime() > MAX_AHEAD_MS) return { ...quarantined, reason: 'future-dated' };
  if (mapped.kind === 'profile') return { kind: 'profile', profile: { communityId, ...mapped.profile } };
  return { kind: 'activity', activity: { communityId, ...mapped.activity } };
}

function isHandled(type: string | null): type is HandledEventType {
  return type !== null && Object.hasOwn(mappers, type);
}

/** Webhooks pinned to 2026-08-14 or later call the company an account; a member names it once more. */
function findCommunity(payload: Record<string, unknown>): string | null {
  return (
    lookForText(payload, 'company_id') ??
    lookForText(payload, 'account_id') ??
    lookForText(payload, 'data', 'account_id') ??
    lookForText(payload, 'data', 'company', 'id')
  );
}
