/**
 * Why there is no Realtime:
 * - `not-offered`: the API names another transport for this reader.
 * - `unreachable`: the library or the socket does not get through; another attempt will hardly do better.
 * - `token`: a join was refused for its token.
 * - `failed`: a join was refused for another reason, or what was joined was lost.
 */
export type RealtimeProblem = 'not-offered' | 'unreachable' | 'token' | 'failed';

/** Something is wrong with Realtime, and not with the API. */
export class RealtimeError extends Error {
  readonly problem: RealtimeProblem;

  constructor(problem: RealtimeProblem, cause?: unknown) {
    super(`Realtime: ${problem}`, { cause });
    this.problem = problem;
  }
}
