import { TokenError } from './errors.ts';

/** Where the member token comes from. */
export interface TokenSource {
  /** The token to send; undefined for a reader without identity. Rejects with a `TokenError`. */
  get(): Promise<string | undefined>;
  /** Says that the API did not take this token. Returns whether another one can be had. */
  refused(token: string | undefined): boolean;
}

/** A token that is given once or asked for; an answer is kept until the API refuses it. */
export function createTokenSource(given: {
  token?: string | undefined;
  getToken?: (() => Promise<string>) | undefined;
}): TokenSource {
  const { token, getToken } = given;
  if (!getToken) return { get: async () => token, refused: () => false };

  // What was given beside `getToken` is the first one to try.
  let current: Promise<string> | undefined = token === undefined ? undefined : Promise.resolve(token);
  let last = token;
  return {
    get() {
      current ??= ask(getToken).then(
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
      if (refusedToken === last) current = undefined;
      return true;
    },
  };
}

async function ask(getToken: () => Promise<string>): Promise<string> {
  try {
    const token = await getToken();
    if (typeof token === 'string' && token !== '') return token;
  } catch (cause) {
    throw new TokenError('getToken failed.', { cause });
  }
  throw new TokenError('getToken did not give a token.');
}
