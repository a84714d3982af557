import { DEFAULT_RULES, levelThresholds, type ConfigDocument } from '@wee5/contract';
import type { ConfigurationChange, SavedConfiguration } from '../../../api/src/database/functions.ts';
import { functions } from './call.ts';

/** What a test's community begins with, but for its name. */
export const DOCUMENT: ConfigDocument = {
  name: 'Makers Guild',
  visibility: 'public',
  timeZone: 'UTC',
  theme: {},
  chatXp: 15,
  replyXp: 20,
  reactionXp: 5,
  cooldownSeconds: 60,
  curve: { kind: 'table', thresholds: [100, 250, 500] },
  topLevel: 3,
  levels: [],
  demotion: 'follow',
  rules: DEFAULT_RULES,
};

/** A whole document of which only this is not as in {@link DOCUMENT}. */
export function changeOf(
  communityId: string,
  expectedVersion: number,
  { at = '2026-11-20T12:00:00.000Z', ...change }: Partial<ConfigDocument> & { at?: string } = {},
): ConfigurationChange {
  const document = { ...DOCUMENT, ...change };
  return {
    communityId,
    expectedVersion,
    document,
    levelThresholds: levelThresholds(document.curve, document.topLevel),
    savedBy: 'user_owner',
    at,
  };
}

/** Saves it as the version after the given one. */
export function save(...change: Parameters<typeof changeOf>): Promise<SavedConfiguration> {
  return functions.saveConfiguration(changeOf(...change));
}
