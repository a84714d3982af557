/** For what changes everybody of a community, or a log of any length: 100 000 members are some ten seconds. */
export const PATIENT = { patienceMs: 60_000 };
