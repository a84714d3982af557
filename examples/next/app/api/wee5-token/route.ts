import { createSession } from '@wee5/client';
import { findUserId } from '../../../lib/login';

/** The member's token, for the member alone: the secret key never leaves the server. */
export async function GET(): Promise<Response> {
  const userId = await findUserId();
  if (userId === undefined) return new Response('Log in first.', { status: 401 });
  const { token } = await createSession({
    apiUrl: process.env.WEE5_URL ?? 'http://localhost:3000',
    key: process.env.WEE5_SECRET_KEY ?? '',
    userId,
  });
  return new Response(token, { headers: { 'Cache-Control': 'no-store' } });
}
