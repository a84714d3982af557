import { configDocumentSchema } from '@wee5/contract';
import { z } from 'zod';

type Schema = z.core.JSONSchema.JSONSchema;

/** One field of a configuration, with the default that the contract gives it. */
export interface Field {
  path: string;
  value: unknown;
}

/** Curves are told by kind, and a range of XP as one thing. */
const whole = /^curve$|\.xp$/;

/**
 * Every field that a configuration may have, as `rules.dailyCap`. Sources of Whop's share most of their fields, which
 * are called `rules.sources.*.dailyCap` then; `rules.events.*` and `levels.*` stand for any of them.
 */
export function fieldsOf(): Field[] {
  const schema = z.toJSONSchema(configDocumentSchema, { io: 'input' });
  const fields = new Map<string, Field>();
  for (const field of walk(schema, '')) {
    const path = field.path.replace(/^rules\.sources\.\w+/, 'rules.sources.*');
    if (!fields.has(path)) fields.set(path, { ...field, path });
  }
  return [...fields.values()];
}

/** The kinds of curves. */
export function curveKinds(): string[] {
  return configDocumentSchema.shape.curve.options.map(({ shape }) => shape.kind.value);
}

function walk(schema: Schema, path: string): Field[] {
  const inner = schema.type === 'array' ? (schema.items as Schema) : schema;
  const place = schema.type === 'array' ? `${path}.*` : path;
  const named = Object.entries(inner.properties ?? {});
  if (named.length > 0 && !whole.test(path)) {
    return named.flatMap(([name, part]) => walk(part as Schema, place === '' ? name : `${place}.${name}`));
  }
  const any = inner.additionalProperties;
  if (typeof any === 'object' && any.properties) return walk(any, `${path}.*`);
  return [{ path, value: schema.default }];
}
