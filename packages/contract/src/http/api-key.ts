import * as z from 'zod';
import { idSchema, timeSchema } from '../primitives.ts';

/**
 * What a key opens: `publishable` (`pk_…`) reads for pages of its origins what is public, `secret` (`sk_…`) is the
 * creator's own server.
 */
export const apiKeyKindSchema = z.enum(['publishable', 'secret']);
export type ApiKeyKind = z.infer<typeof apiKeyKindSchema>;

/** An origin as a browser sends it: scheme, host and port, nothing behind. */
export const originSchema = z
  .string()
  .max(300)
  .refine((text) => URL.canParse(text) && new URL(text).origin === text, {
    message: 'must be an origin such as https://example.com, without a path or a slash at the end',
  })
  .describe('An origin such as https://example.com');

/** A key, as it can be looked at later: without the key itself. */
export const apiKeySchema = z.object({
  keyId: z.guid(),
  kind: apiKeyKindSchema,
  label: z.string().nullable(),
  allowedOrigins: z
    .array(originSchema)
    .describe('Where pages may use a publishable key; empty for a secret one'),
  createdAt: timeSchema,
  lastUsedAt: timeSchema.nullable().describe('To the minute; null before the first use'),
  revokedAt: timeSchema.nullable(),
});
export type ApiKey = z.infer<typeof apiKeySchema>;

/** `GET /communities/{communityId}/keys` */
export const apiKeysSchema = z.object({ keys: z.array(apiKeySchema) });
export type ApiKeys = z.infer<typeof apiKeysSchema>;

/** `POST /communities/{communityId}/keys` */
export const createApiKeyRequestSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('publishable'),
    label: z.string().min(1).max(100).optional(),
    allowedOrigins: z.array(originSchema).min(1).max(20),
  }),
  z.object({ kind: z.literal('secret'), label: z.string().min(1).max(100).optional() }),
]);
export type CreateApiKeyRequest = z.infer<typeof createApiKeyRequestSchema>;

/** The answer to it: the one time the key itself is told. */
export const createdApiKeySchema = apiKeySchema.extend({
  communityId: idSchema,
  key: z.string().min(1).describe('The key itself: it cannot be read again'),
});
export type CreatedApiKey = z.infer<typeof createdApiKeySchema>;
