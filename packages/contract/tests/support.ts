import type * as z from 'zod';

/** What a schema says is wrong with a value: `path: message`, in order. Empty for a value it takes. */
export function problemsOf(schema: z.ZodType, value: unknown): string[] {
  const { error } = schema.safeParse(value);
  return (error?.issues ?? []).map(({ path, message }) => `${path.join('.')}: ${message}`);
}
