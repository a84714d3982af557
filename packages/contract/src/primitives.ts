import * as z from 'zod';

/** A Whop or Wee5 id: opaque, not empty, at most 200 characters. */
export const idSchema = z.string().min(1).max(200).describe('An opaque id, at most 200 characters');

/** An exact amount of XP: an integer from 0 to 2^53 - 1. */
export const xpSchema = z.int().min(0).describe('Exact XP, an integer');

/** A level; 0 is where a member begins, unless the curve's first level needs no XP. */
export const levelSchema = z.int().min(0).describe('A level, from 0');

/** A community's version: grows with every commit, so what carries a smaller one is older. */
export const versionSchema = z.int().min(0).describe("The community's version; a smaller one is older");

/** A moment in our own API: ISO 8601, always in UTC and ending in `Z`. */
export const timeSchema = z.iso
  .datetime({ error: 'must be a time in UTC such as 2026-11-20T18:04:05Z' })
  .describe('ISO 8601 in UTC');

/** An address a page may load: `http` or `https`, never `javascript:` or `data:`. */
export const httpUrlSchema = z.url({ protocol: /^https?$/ }).describe('An http or https address');
