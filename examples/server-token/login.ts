import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

/** Your accounts, each with the member's id at Whop, as "Sign in with Whop" gives it. */
const accounts = new Map([
  ['ana', 'user_ana'],
  ['chidi', 'user_chidi'],
  ['june', 'user_june'],
]);
const sessions = new Map<string, string>();

/** Stands for your own login, which asks for more than a name. Gives the cookie, or undefined for an unknown name. */
export function logIn(name: string): string | undefined {
  const userId = accounts.get(name);
  if (userId === undefined) return undefined;
  const id = randomUUID();
  sessions.set(id, userId);
  return `session=${id}; Path=/; HttpOnly; SameSite=Lax`;
}

export function logOut(request: IncomingMessage): void {
  sessions.delete(sessionId(request));
}

/** The Whop id of whoever sent the request, `user_…`; undefined for a visitor. */
export function findUserId(request: IncomingMessage): string | undefined {
  return sessions.get(sessionId(request));
}

function sessionId({ headers }: IncomingMessage): string {
  return /(?:^|; )session=([^;]+)/.exec(headers.cookie ?? '')?.[1] ?? '';
}
