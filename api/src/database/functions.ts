import { awardFunctions } from './functions/awards.ts';
import { boardFunctions } from './functions/boards.ts';
import { communityFunctions } from './functions/communities.ts';
import { configurationFunctions } from './functions/configuration.ts';
import { keyFunctions } from './functions/keys.ts';
import { memberFunctions } from './functions/members.ts';
import { membershipFunctions } from './functions/memberships.ts';
import { previewFunctions } from './functions/preview.ts';
import { quarantineFunctions } from './functions/quarantine.ts';
import { recordFunctions } from './functions/records.ts';
import { resetFunctions } from './functions/resets.ts';
import { rewardFunctions } from './functions/rewards.ts';
import { serviceFunctions } from './functions/service.ts';
import type { Database } from './port.ts';

export type * from './rows.ts';

/** One method per SQL function; the whole seam between TypeScript and SQL. */
export type DatabaseFunctions = ReturnType<typeof createDatabaseFunctions>;

export function createDatabaseFunctions(database: Database) {
  return {
    ...awardFunctions(database),
    ...boardFunctions(database),
    ...communityFunctions(database),
    ...configurationFunctions(database),
    ...keyFunctions(database),
    ...memberFunctions(database),
    ...membershipFunctions(database),
    ...previewFunctions(database),
    ...quarantineFunctions(database),
    ...recordFunctions(database),
    ...resetFunctions(database),
    ...rewardFunctions(database),
    ...serviceFunctions(database),
  };
}
