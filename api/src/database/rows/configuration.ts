import type { ConfigDocument, Integrity, RulesInput } from '@wee5/contract';

/** A document as it is stored: what has a default may be missing from its rules. */
export type StoredDocument = Omit<ConfigDocument, 'rules'> & { rules: RulesInput };

/** A community's configuration, with who saved it when. */
export interface ConfigurationRow {
  communityId: string;
  version: number;
  savedAt: string;
  savedBy: string | null;
  document: StoredDocument;
  /** Whether stored levels are still being recomputed after a changed curve. */
  levelsPending: boolean;
  integrity: Integrity | null;
}

/** A whole configuration to save in the place of the version that was edited. */
export interface ConfigurationChange {
  communityId: string;
  expectedVersion: number;
  document: ConfigDocument;
  /** What the document's curve means, up to its top level. */
  levelThresholds: number[];
  savedBy: string;
  at: string;
  /** The version that is saved again, for a rollback. */
  restoredFrom?: number;
}

export type SavedConfiguration =
  | { outcome: 'saved'; configuration: ConfigurationRow }
  | { outcome: 'conflict'; version: number; savedAt: string; savedBy: string | null }
  | { outcome: 'unknown-community' | 'unknown-time-zone' };

export interface ConfigurationVersionRow {
  version: number;
  savedAt: string;
  savedBy: string | null;
  restoredFrom: number | null;
  document: StoredDocument;
}
