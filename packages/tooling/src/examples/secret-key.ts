import type { RunningExample } from './example.ts';

const communityId = 'biz_demo';

/** Who owns the demo community at its simulated Whop. */
const owner = 'user_ana';

interface ApiKey {
  keyId: string;
  key: string;
}

/** Gives an example a secret key of the demo community, which is revoked when the example stops. */
export async function withSecretKey(
  wee5: string,
  start: (key: string) => Promise<RunningExample>,
): Promise<RunningExample> {
  const keys = `${wee5}/api/v1/communities/${communityId}/keys`;
  const made = await ask<ApiKey>(keys, {
    ...(await signIn(wee5)),
    body: { kind: 'secret', label: 'An example' },
  });
  const revoke = async (): Promise<void> => {
    const { headers } = await signIn(wee5);
    await fetch(`${keys}/${made.keyId}`, { method: 'DELETE', headers });
  };
  try {
    const running = await start(made.key);
    const stop = async (): Promise<void> => {
      await running.stop();
      // A Wee5 of another terminal may have stopped before, and its key waits for the owner.
      await revoke().catch(() => {});
    };
    return { ...running, stop };
  } catch (error) {
    await revoke();
    throw error;
  }
}

/** Opens a session as Whop lets the owner do it, who alone may make keys. */
async function signIn(wee5: string): Promise<{ headers: Record<string, string> }> {
  const { token: userToken } = await ask<{ token: string }>(`${wee5}/demo/user-token?memberId=${owner}`);
  const { token } = await ask<{ token: string }>(`${wee5}/api/v1/sessions`, {
    headers: { 'X-Whop-User-Token': userToken },
    body: { communityId },
  });
  return { headers: { Authorization: `Bearer ${token}` } };
}

async function ask<T>(
  url: string,
  { headers = {}, body }: { headers?: Record<string, string>; body?: object } = {},
): Promise<T> {
  const response = await fetch(url, {
    headers: { 'Content-Type': 'application/json', ...headers },
    ...(body && { method: 'POST', body: JSON.stringify(body) }),
  });
  const answer: unknown = await response.json();
  if (!response.ok) throw new Error((answer as { detail: string }).detail);
  return answer as T;
}
