import type { Config } from '@wee5/contract';
import type { ConfigurationRow } from '../database/functions.ts';
import { paceOf } from './pace.ts';
import { toDocument } from './stored.ts';

/** A configuration as its creator reads it. */
export function showConfig({ document: stored, ...row }: ConfigurationRow): Config {
  const document = toDocument(stored);
  return { ...row, ...document, pace: paceOf(document) };
}
