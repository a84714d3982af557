import * as z from 'zod';

/** How to hear about changes: Supabase Realtime for holders of a member token, Server-Sent Events for everyone. */
export const liveConfigSchema = z.discriminatedUnion('transport', [
  z.object({
    transport: z.literal('supabase'),
    url: z.string().min(1),
    publishableKey: z.string().min(1),
    topics: z.array(z.string().min(1)),
  }),
  z.object({
    transport: z.literal('sse'),
    url: z.string().min(1).describe("Where the stream is; resolve it against the API's address"),
  }),
]);
export type LiveConfig = z.infer<typeof liveConfigSchema>;
