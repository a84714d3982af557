import type { ActivityOptions, Client, ClientError, MemberActivity } from '@wee5/client';

/** What a page of the log is asked for by. */
type Asked = ActivityOptions & { signal: AbortSignal };

/**
 * A page of the log, or why there is none. With the signal it is over at once, also where the request cannot be ended:
 * then whoever asked is not kept by it.
 */
export function askForActivity(client: Client, asked: Asked): Promise<MemberActivity | ClientError> {
  return new Promise((resolve) => {
    const { signal } = asked;
    signal.addEventListener('abort', () => resolve(signal.reason as ClientError));
    client.getMyActivity(asked).then(resolve, resolve);
  });
}
