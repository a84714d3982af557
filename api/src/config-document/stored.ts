import { DEFAULT_RULES, rulesSchema, type ConfigDocument } from '@wee5/contract';
import type { StoredDocument } from '../database/functions.ts';

/**
 * A stored document with the defaults of its rules filled in. Rules that a newer contract refuses are shown as they are:
 * they were fine when they were saved, and whoever edits them is told what is wrong now.
 */
export function toDocument({ rules, ...rest }: StoredDocument): ConfigDocument {
  const { data } = rulesSchema.safeParse(rules);
  return { ...rest, rules: data ?? ({ ...DEFAULT_RULES, ...rules } as ConfigDocument['rules']) };
}
