import { whopHeadSchema, type HandledEventType } from '@wee5/contract';
import type { Meaning, Translation } from './activity.ts';
import { mapChatMessage } from './events/chat-message.ts';
import { mapChatReaction } from './events/chat-reaction.ts';
import { mapDispute } from './events/dispute.ts';
import { mapLesson } from './events/lesson.ts';
import { lookForText } from './events/look.ts';
import type { EventMapper, Mapped, ToldMeaning } from './events/mapper.ts';
import { mapMember } from './events/member.ts';
import { mapMembershipActivated, mapMembershipDeactivated } from './events/membership.ts';
import { mapPayment } from './events/payment.ts';
import { mapRefund } from './events/refund.ts';

const mappers: Record<HandledEventType, EventMapper> = {
  'chat.message.created': mapChatMessage,
  'chat.reaction.created': mapChatReaction,
  'course_lesson_interaction.completed': mapLesson,
  'member.created': mapMember,
  'member.updated': mapMember,
  'membership.activated': mapMembershipActivated,
  'membership.deactivated': mapMembershipDeactivated,
  'payment.succeeded': mapPayment,
  'refund.created': mapRefund,
  'refund.updated': mapRefund,
  'dispute.created': mapDispute,
  'dispute.updated': mapDispute,
};

/** How far ahead of our clock an activity may be, in milliseconds. */
export const MAX_AHEAD_MS = 5 * 60_000;

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
  if (newest(mapped) - now.getTime() > MAX_AHEAD_MS) return { ...quarantined, reason: 'future-dated' };
  if (mapped.kind === 'profile') return { kind: 'profile', profile: { communityId, ...mapped.profile } };
  return { kind: 'meaning', meaning: meaningIn(communityId, mapped) };
}

function isHandled(type: string | null): type is HandledEventType {
  return type !== null && Object.hasOwn(mappers, type);
}

/** The latest time that anything of it is said to have happened at, in milliseconds. */
function newest(mapped: Extract<Mapped, { kind: 'meaning' | 'profile' }>): number {
  if (mapped.kind === 'profile') return mapped.profile.at.getTime();
  const { activities = [], takeBacks = [], memberships = [] } = mapped;
  return Math.max(...[...activities, ...takeBacks, ...memberships].map(({ at }) => at.getTime()));
}

function meaningIn(
  communityId: string,
  { activities = [], takeBacks = [], memberships = [] }: ToldMeaning,
): Meaning {
  return {
    communityId,
    activities: activities.map((activity) => ({ communityId, ...activity })),
    takeBacks: takeBacks.map((takeBack) => ({ communityId, ...takeBack })),
    memberships: memberships.map((membership) => ({ communityId, ...membership })),
  };
}

/** Webhooks pinned to 2026-08-14 or later call the company an account; what an event is about may name it once more. */
function findCommunity(payload: Record<string, unknown>): string | null {
  return (
    lookForText(payload, 'company_id') ??
    lookForText(payload, 'account_id') ??
    lookForText(payload, 'data', 'account_id') ??
    lookForText(payload, 'data', 'company', 'id') ??
    lookForText(payload, 'data', 'account', 'id')
  );
}
