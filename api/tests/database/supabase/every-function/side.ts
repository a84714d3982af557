import type { DatabaseFunctions } from '../../../../src/database/functions.ts';
import type { IntegrityFunctions } from '../../../../src/database/integrity-functions.ts';

/** A community of its own, and what its calls go over. */
export interface Side {
  readonly communityId: string;
  readonly functions: DatabaseFunctions;
  readonly integrity: IntegrityFunctions;
  /** Ids that the database made, for the calls after. */
  readonly kept: Map<string, string>;
}

/** A method, and one call of it with arguments that find something. */
export type Call<Method> = readonly [method: Method, call: (side: Side) => Promise<unknown>];
export type FunctionCall = Call<keyof DatabaseFunctions>;
export type IntegrityCall = Call<keyof IntegrityFunctions>;

/** A moment of the day on which everything happens. */
export function timeOf(time: string): string {
  return `2026-01-05T${time}.000Z`;
}

/** What an earlier call kept under this name. */
export function keptAs(name: string, { kept }: Side): string {
  const value = kept.get(name);
  if (value === undefined) throw new Error(`No call has kept ${name} so far.`);
  return value;
}
