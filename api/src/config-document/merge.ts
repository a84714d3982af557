import { configDocumentSchema, type ConfigDocument } from '@wee5/contract';
import { validate } from '../routes/validate.ts';

/**
 * A configuration with what a creator changes of it: each field that is given is replaced whole, every other one stays.
 * `version` is no part of the document and is left out. Throws `validation-failed` naming every part that is wrong.
 */
export function mergeConfig(current: ConfigDocument, body: Record<string, unknown>): ConfigDocument {
  const { version: _version, ...change } = body;
  return validate(configDocumentSchema, { ...current, ...change });
}
