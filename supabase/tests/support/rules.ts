import type { RulesInput } from '@wee5/contract';
import { run } from './call.ts';
import type { TestCommunity } from './community.ts';

/** Gives a community rules, as saving them would. */
export async function setRules(club: TestCommunity, rules: RulesInput): Promise<void> {
  await run('update public.xp_configurations set rules = $2 where community_id = $1', [
    club.id,
    JSON.stringify(rules),
  ]);
}
