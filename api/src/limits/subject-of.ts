import { isIPv4 } from 'node:net';
import type { Caller } from '../identity/authenticate.ts';
import type { Subject } from './policies.ts';

/**
 * Whom a request of this caller is counted for.
 *
 * A publishable key is in every visitor's browser, so its requests count for the visitor's address: counted for the
 * key, one visitor could use up what is there for all of them.
 */
export function subjectOf(caller: Caller, address: string | undefined): Subject {
  switch (caller.kind) {
    case 'member':
      return { kind: 'member', id: JSON.stringify([caller.communityId, caller.userId]) };
    case 'whop-user':
      return { kind: 'member', id: JSON.stringify([null, caller.userId]) };
    case 'server':
      return { kind: 'key', id: JSON.stringify([caller.communityId, caller.keyId]) };
    case 'page':
    case 'anonymous':
      return { kind: 'ip', id: networkOf(address ?? '') };
  }
}

/** An IPv4 address as it is; of an IPv6 address its /64, since whoever has one address there has all of them. */
function networkOf(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '').replace(/%.*$/, '');
  if (isIPv4(plain) || !plain.includes(':')) return plain;
  const [head = '', tail] = plain.split('::');
  const [first, last] = [groupsOf(head), groupsOf(tail)];
  const zeros = tail === undefined ? [] : Array.from({ length: 8 - first.length - last.length }, () => '0');
  return [...first, ...zeros, ...last].slice(0, 4).map(withoutZeros).join(':');
}

function groupsOf(part: string | undefined): string[] {
  return part ? part.split(':') : [];
}

function withoutZeros(group: string): string {
  return Number.parseInt(group, 16).toString(16);
}
