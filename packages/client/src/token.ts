import { TokenError } from './errors.ts';
import type { GetToken } from './types.ts';

/** Where the member token comes from. */
export interface TokenSource {
  /** Whether there is a token to be had at all. */
  readonly isGiven: boolean;
  /** The token to send; undefined for a reader without identity. Rejects with a `TokenError`. */
  get(): Promise<string | undefined>;
  /** Says that this token is not taken, or not for much longer. Returns whether another one can be had. */
  refused(token: string | undefined): boolean;
}

/** A token that is given once or asked for; an answer is kept until it is refused. */
export function createTokenSource(given: {
  token?: string | undefined;
  getToken?: GetToken | undefined;
}): TokenSource {
  const { token, getToken } = given;
  if (!getToken) return { isGiven: token !== undefined, get: async () => token, refused: () => false };

  // What was given beside `getToken` is the first one to try.
  let current: Promise<string> | undefined = token === undefined ? undefined : Promise.resolve(token);
  let last = token;
  let old: string | undefined;
  return {
    isGiven: true,
    get() {
      current ??= ask(getToken, old).then(
        (answer) => (last = answer),
        (error: unknown) => {
          current = undefined;
          throw error;
        },
      );
      return current;
    },
    refused(refusedToken) {
      // Several requests may hear of the same refusal: only the first of them forgets the token.
      if (refusedToken === last) {
        old = last;
        current = last = undefined;
      }
      return true;
    },
  };
}

async function ask(getToken: GetToken, old: string | undefined): Promise<string> {
  let cause: unknown;
  try {
    const token = await getToken(old);
    if (typeof token === 'string' && token !== '') return token;
  } catch (error) {
    cause = error;
  }
  throw new TokenError('getToken gave no token.', { cause });
}
