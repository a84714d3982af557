import { configDocumentSchema, type ConfigDocument } from '@wee5/contract';
import { invalid, validate } from '../routes/validate.ts';
import { findUnstorable } from './unstorable.ts';

/**
 * A configuration with what a creator changes of it: each field that is given is replaced whole, every other one stays.
 * `version` is no part of the document and is left out. Throws `validation-failed` naming every part that is wrong.
 */
export function mergeConfig(current: ConfigDocument, body: Record<string, unknown>): ConfigDocument {
  const { version: _version, ...change } = body;
  return checkDocument({ ...current, ...change });
}

/** A whole configuration as it may be saved, with what it leaves out of its rules filled in. Throws the same. */
export function checkDocument(value: unknown): ConfigDocument {
  const document = validate(configDocumentSchema, value);
  const unstorable = findUnstorable(document);
  if (unstorable.length > 0) throw invalid(unstorable);
  return document;
}
