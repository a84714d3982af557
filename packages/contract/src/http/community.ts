import * as z from 'zod';
import { httpUrlSchema, idSchema, levelSchema, versionSchema, xpSchema } from '../primitives.ts';
import { liveConfigSchema } from './live-config.ts';
import { windowKindSchema } from './window.ts';

/** One level of a community's curve. */
export const communityLevelSchema = z.object({
  level: levelSchema,
  name: z.string().nullable().describe('What the creator calls it; null for its number alone'),
  xp: xpSchema.describe('The total XP at which the level begins'),
  badgeUrl: httpUrlSchema.nullable().describe('A picture; null where there is none'),
});
export type CommunityLevel = z.infer<typeof communityLevelSchema>;

/** `GET /communities/{communityId}`: what a page needs before it shows anything of a community. */
export const communitySchema = z.object({
  communityId: idSchema,
  name: z.string().nullable().describe('Null where it is not known yet'),
  theme: z.record(z.string(), z.unknown()).describe('Design tokens by name; empty for the default look'),
  levels: z.array(communityLevelSchema).describe('In ascending order'),
  timeZone: z.string().optional().describe('Whose days, weeks and months the windows are'),
  windows: z.array(windowKindSchema).describe('The leaderboards this community has'),
  live: liveConfigSchema.describe('How this reader hears about changes'),
  version: versionSchema,
});
export type Community = z.infer<typeof communitySchema>;
