import * as z from 'zod';
import { httpUrlSchema } from '../primitives.ts';

export const pictureThemeSchema = z.enum(['light', 'dark']);
export const pictureSizeSchema = z.enum(['card', 'og']);

/** `GET /communities/{communityId}/members/{userId}/card.svg` and `card.png` */
export const pictureQuerySchema = z.object({
  theme: pictureThemeSchema.optional().describe("The community's own unless given"),
  lang: z
    .string()
    .max(35)
    .regex(/^[a-z]{2,3}(-[a-z0-9]{1,8})*$/i, { message: 'must be a language tag such as pt-BR' })
    .default('en')
    .describe('English where there are no words in the language'),
  size: pictureSizeSchema
    .default('card')
    .describe('`card`: 600 × 315 with round corners; `og`: to the edges, 1200 × 630 as PNG'),
  scale: z.coerce
    .number<string | number | undefined>()
    .int()
    .min(1)
    .max(3)
    .default(1)
    .describe('Of a `card` as PNG: 3 is 1800 × 945'),
});
export type PictureQuery = z.infer<typeof pictureQuerySchema>;

const pixels = z.coerce.number<string | number | undefined>().int().min(1).max(100_000);

/** `GET /api/oembed`, as https://oembed.com has it. */
export const oEmbedQuerySchema = z.object({
  url: z.string().min(1).max(2000).describe('The address of a share page of this server'),
  format: z.string().max(20).default('json').describe('Only `json` is offered'),
  maxwidth: pixels.optional(),
  maxheight: pixels.optional(),
});

const oEmbedBase = z.object({
  version: z.literal('1.0'),
  title: z.string(),
  provider_name: z.literal('Wee5'),
  provider_url: httpUrlSchema,
  cache_age: z.int().min(0).describe('Seconds'),
});

/** A live card in a frame; a link alone where a frame would not fit. */
export const oEmbedSchema = z.discriminatedUnion('type', [
  oEmbedBase.extend({
    type: z.literal('rich'),
    html: z.string(),
    width: z.int().min(1),
    height: z.int().min(1),
    thumbnail_url: httpUrlSchema,
    thumbnail_width: z.int().min(1),
    thumbnail_height: z.int().min(1),
  }),
  oEmbedBase.extend({ type: z.literal('link') }),
]);
export type OEmbed = z.infer<typeof oEmbedSchema>;
