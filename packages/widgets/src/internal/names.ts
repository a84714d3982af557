import type { Language } from '../messages/language.ts';

/** The name a member goes by: the chosen one, else the handle. */
export function nameOf(member: { displayName: unknown; username: unknown }, { messages }: Language): string {
  // Whatever an answer says instead of a name, it is no reason to show nothing.
  const [chosen, handle] = [member.displayName, member.username].map((it) =>
    typeof it === 'string' ? it.trim() : '',
  );
  return chosen || handle || messages.member;
}
