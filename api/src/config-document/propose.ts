import type { ConfigDocument } from '@wee5/contract';
import type { AppContext } from '../context.ts';
import type { ConfigurationRow } from '../database/functions.ts';
import { checkExperiences } from './check-experiences.ts';
import { mergeConfig } from './merge.ts';
import { readConfiguration } from './read.ts';
import { versionConflict } from './save.ts';
import { toDocument } from './stored.ts';

export interface Proposal {
  current: ConfigurationRow;
  former: ConfigDocument;
  /** The former document with what is to be changed of it, checked. */
  document: ConfigDocument;
}

/**
 * What a change makes of the current configuration. Rejects with `unknown-community`, `validation-failed`,
 * `whop-unavailable`, or `version-conflict` where another version than the edited one is current.
 */
export async function proposeConfig(
  { functions, identities, whop }: Pick<AppContext, 'functions' | 'identities' | 'whop'>,
  communityId: string,
  { version, ...change }: Record<string, unknown> & { version?: number | undefined },
): Promise<Proposal> {
  const current = await readConfiguration({ functions }, communityId);
  if (version !== undefined && current.version !== version) throw versionConflict(current);
  const former = toDocument(current.document);
  const document = mergeConfig(former, change);
  await checkExperiences({
    communityId,
    former: former.rules,
    rules: document.rules,
    whop: whop && identities.askWhop(),
  });
  return { current, former, document };
}
