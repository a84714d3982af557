import { messages } from '../messages.ts';

/** The name a member goes by: the chosen one, else the handle. */
export function nameOf(member: { displayName: string | null; username: string | null }): string {
  return member.displayName?.trim() || member.username?.trim() || messages.member;
}
