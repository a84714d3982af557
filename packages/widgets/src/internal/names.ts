import type { Language } from '../messages/language.ts';

/** The name a member goes by: the chosen one, else the handle. */
export function nameOf(
  member: { displayName: string | null; username: string | null },
  { messages }: Language,
): string {
  return member.displayName?.trim() || member.username?.trim() || messages.member;
}
