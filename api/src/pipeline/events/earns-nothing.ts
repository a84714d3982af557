import type { IgnoredReason } from '@wee5/contract';
import { look } from './look.ts';

/**
 * Why a chat event is ignored because of where it was written, if it is.
 *
 * Looked at before the shape: a private message of a shape we do not know must leave no trace, not even a
 * redacted one in quarantine. Where the channel is unreadable, either other sign of a private message will do.
 */
export function ignoredChannel(payload: unknown): IgnoredReason | null {
  const channel = look(payload, 'data', 'channel', 'type');
  if (channel === 'support') return 'support-message';
  if (channel === 'direct_message') return 'direct-message';
  if (channel === 'chat') return null;
  const isPrivate =
    look(payload, 'data', 'reason') === 'direct_message' ||
    look(payload, 'data', 'audience', 'type') === 'users';
  return isPrivate ? 'direct-message' : null;
}

/** Why a chat message is ignored because no member wrote it, if none did. */
export function ignoredMessageType(payload: unknown): IgnoredReason | null {
  const type = look(payload, 'data', 'message', 'message_type');
  if (type === 'system') return 'system-message';
  if (type === 'automated') return 'automated-message';
  return null;
}
