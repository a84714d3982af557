import * as z from 'zod';

/** How to hear about changes: Supabase Realtime for holders of a member token, Server-Sent Events for everyone. */
export const liveConfigSchema = z.discriminatedUnion('transport', [
  z.object({
    transport: z.literal('supabase').describe('Supabase Realtime'),
    url: z.string().min(1).describe('Where the Supabase project is'),
    publishableKey: z.string().min(1).describe('What its sockets are opened with'),
    topics: z.array(z.string().min(1)).describe('The private channels to join'),
  }),
  z.object({
    transport: z.literal('sse').describe('Server-Sent Events'),
    url: z.string().min(1).describe("Where the stream is; resolve it against the API's address"),
  }),
]);
export type LiveConfig = z.infer<typeof liveConfigSchema>;
