import type { Rules } from '@wee5/contract';
import { ApiError } from '../errors.ts';
import type { WhopAnswers } from '../identity/whop-access.ts';
import { invalid } from '../routes/validate.ts';
import { newlyNamedExperiences, type NamedExperience } from './newly-named-experiences.ts';

export interface CheckExperiencesOptions {
  communityId: string;
  former: Rules;
  rules: Rules;
  /** Undefined where the server has no key to ask Whop with: then only the shape of an id can be looked at. */
  whop: Pick<WhopAnswers, 'getCompanyId'> | undefined;
}

/** Questions to Whop at a time. */
const AT_ONCE = 5;

/**
 * Makes sure that every experience which the former rules did not name is one of this community's. Rejects with
 * `validation-failed` naming those that are not, or with `whop-unavailable`.
 */
export async function checkExperiences(options: CheckExperiencesOptions): Promise<void> {
  const named = newlyNamedExperiences(options.former, options.rules);
  const misshapen = named.filter(({ experienceId }) => !/^exp_\w+$/.test(experienceId));
  refuse(misshapen, 'must be the id of an experience, such as exp_…');
  if (!options.whop) return;
  const foreign = await findForeign(new Set(named.map(({ experienceId }) => experienceId)), options);
  refuse(
    named.filter(({ experienceId }) => foreign.has(experienceId)),
    'is no experience of this community: check the id',
  );
}

async function findForeign(
  experienceIds: Set<string>,
  { communityId, whop }: CheckExperiencesOptions,
): Promise<Set<string>> {
  const foreign = new Set<string>();
  const waiting = [...experienceIds];
  while (waiting.length > 0) {
    const asked = waiting.splice(0, AT_ONCE);
    const companies = await Promise.all(asked.map((id) => whop?.getCompanyId(id).catch(nobodyIfUnknown)));
    asked.filter((_, index) => companies[index] !== communityId).forEach((id) => foreign.add(id));
  }
  return foreign;
}

function nobodyIfUnknown(error: unknown): null {
  if (error instanceof ApiError && error.code === 'unknown-experience') return null;
  throw error;
}

function refuse(named: NamedExperience[], message: string): void {
  if (named.length > 0) throw invalid(named.map(({ path }) => ({ path, message })));
}
