import type { AppContext } from '../context.ts';
import type { ConfigurationRow } from '../database/functions.ts';
import { unknownCommunity } from '../identity/authorize.ts';

/** The current configuration. Rejects with `unknown-community`. */
export async function readConfiguration(
  { functions }: Pick<AppContext, 'functions'>,
  communityId: string,
): Promise<ConfigurationRow> {
  const configuration = await functions.getConfiguration(communityId);
  if (!configuration) throw unknownCommunity();
  return configuration;
}
