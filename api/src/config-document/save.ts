import { levelThresholds, type Config, type ConfigDocument } from '@wee5/contract';
import type { AppContext } from '../context.ts';
import { ApiError, unknownTimeZone } from '../errors.ts';
import { unknownCommunity } from '../identity/authorize.ts';
import { showConfig } from './show.ts';

export interface SaveConfigOptions {
  communityId: string;
  /** The version that was edited. */
  version: number;
  document: ConfigDocument;
  savedBy: string;
  restoredFrom?: number;
}

type Saver = Pick<AppContext, 'functions' | 'levels' | 'log' | 'now'>;

/** Saves a checked document as the next version. Rejects with `version-conflict` where another one is there by now. */
export async function saveConfig(
  { functions, levels, log, now }: Saver,
  { version, ...change }: SaveConfigOptions,
): Promise<Config> {
  const { document, communityId, savedBy } = change;
  const saved = await functions.saveConfiguration({
    ...change,
    expectedVersion: version,
    levelThresholds: levelThresholds(document.curve, document.topLevel),
    at: now().toISOString(),
  });
  switch (saved.outcome) {
    case 'conflict':
      throw versionConflict(saved);
    case 'unknown-community':
      throw unknownCommunity();
    case 'unknown-time-zone':
      throw unknownTimeZone();
    case 'saved': {
      const { configuration } = saved;
      log.info({ communityId, savedBy, version: configuration.version }, 'Saved a configuration');
      if (configuration.levelsPending) levels.begin();
      return showConfig(configuration);
    }
  }
}

/** Which version is there instead of the one that was edited, and whose. */
export function versionConflict(current: {
  version: number;
  savedAt: string;
  savedBy: string | null;
}): ApiError {
  const { version, savedAt, savedBy } = current;
  const whose = savedBy === null ? 'is what the community began with' : `was saved by ${savedBy}`;
  return new ApiError(
    'version-conflict',
    `Version ${version} ${whose} at ${savedAt} and is the current one: load the configuration again, and make your change there.`,
  );
}
