import * as z from 'zod';
import { idSchema } from '../primitives.ts';

/** A moment as Whop writes it: ISO 8601 with `Z` or an offset, and any number of second fractions. */
export const whopTimeSchema = z.iso.datetime({ offset: true }).max(64);

/** Text that is only shown; whatever else Whop sends in its place reads as null, since XP must not hang on it. */
export const whopTextSchema = z.string().nullable().catch(null);

/** Something of Whop's that is named inside another: only its id is read. */
export const whopReferenceSchema = z.object({ id: idSchema });

/** An id that is good to have; whatever else Whop sends in its place reads as null. */
export const whopIdSchema = idSchema.nullable().catch(null);

const decimalSchema = z
  .string()
  .regex(/^\d{1,30}(\.\d{1,30})?$/)
  .transform(Number);
const majorUnitsSchema = z.number().min(0);

/**
 * An amount in whole units of its currency: a number, or `{ amount: "10.43", … }` since the pins of 2026. Null where
 * Whop does not tell it.
 */
export const whopAmountSchema = z
  .union([majorUnitsSchema, decimalSchema, z.object({ amount: decimalSchema }).transform(({ amount }) => amount)])
  .nullish()
  .transform((amount) => amount ?? null);
