import * as z from 'zod';

/** A moment as Whop writes it: ISO 8601 with `Z` or an offset, and any number of second fractions. */
export const whopTimeSchema = z.iso.datetime({ offset: true }).max(64);

/** Text that is only shown; whatever else Whop sends in its place reads as null, since XP must not hang on it. */
export const whopTextSchema = z.string().nullable().catch(null);
