/** Who is counted: an address, a key, or a member. */
export type SubjectKind = 'ip' | 'member' | 'key';

/** Whose requests are counted together. */
export interface Subject {
  kind: SubjectKind;
  /** Anything that tells subjects of a kind apart; it is hashed before it is kept. */
  id: string;
}

/** So many requests in each window of so many seconds. */
export interface Policy {
  quota: number;
  windowSeconds: number;
}

/**
 * What `/api/v1` grants. Far above what pages need (a widget reads a few times a minute): the limits are there for
 * loops and scrapers. Many members share an address; a creator's server asks for all of them with one key.
 */
export const policies: Record<SubjectKind, Policy> = {
  ip: { quota: 600, windowSeconds: 60 },
  member: { quota: 1200, windowSeconds: 60 },
  key: { quota: 6000, windowSeconds: 60 },
};
