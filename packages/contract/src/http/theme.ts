import * as z from 'zod';

const LARGEST_THEME = 8192;

const color = z
  .string()
  .min(1)
  .max(100)
  .regex(/^[^;{}<>]*$/, { message: 'must be one CSS colour, such as #5b5bd6 or oklch(0.56 0.19 268)' });

/**
 * How the widgets of a community look, wherever they are shown. A page's own `--wee5-…` properties win over it; what is
 * left out is derived from the accent. Keys that Wee5 does not know are kept for the creator's own pages.
 */
export const themeSchema = z
  .looseObject({
    scheme: z.enum(['auto', 'light', 'dark']).optional().describe('`auto`: each page’s own'),
    accent: color
      .optional()
      .describe('A CSS colour; darkened or lightened as far as each surface needs to stay readable'),
    surface: color
      .optional()
      .describe('The background of a card; `light-dark(#fff, #16161a)` for one in each scheme'),
    text: color.optional().describe('At least 7:1 on the surface'),
    textQuiet: color.optional().describe('Secondary text; at least 4.5:1 on the surface'),
    line: color.optional().describe('Hairlines'),
    radius: z
      .union([z.number().min(0).max(48), z.string().min(1).max(40)])
      .optional()
      .describe('Pixels, or a CSS length: `0.75rem`'),
    font: z.string().min(1).max(200).optional().describe('A CSS font family that the page has'),
  })
  .refine((theme) => sizeOf(theme) <= LARGEST_THEME, {
    message: `must have at most ${LARGEST_THEME} bytes as JSON`,
  })
  .describe('Design tokens by name, at most 8 kB as JSON');
export type Theme = z.infer<typeof themeSchema>;

function sizeOf(value: unknown): number {
  try {
    return new TextEncoder().encode(JSON.stringify(value)).length;
  } catch {
    return Infinity;
  }
}
