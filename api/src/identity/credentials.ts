import type { Request } from 'express';
import { ApiError } from '../errors.ts';
import { kindOfKeyText } from './api-key-text.ts';

/** What a request shows of who it comes from, in its right place; nothing of it is verified yet. */
export interface Credentials {
  readonly memberToken: string | undefined;
  readonly secretKey: string | undefined;
  readonly publishableKey: string | undefined;
  readonly whopUserToken: string | undefined;
  /** The page's origin, as far as its browser tells. */
  readonly origin: string | undefined;
}

export type IdentifiedRequest = Pick<Request, 'headers' | 'query'>;

/** Throws `unauthenticated` with advice for whatever is not where it belongs. */
export function readCredentials(request: IdentifiedRequest): Credentials {
  const bearer = readBearer(request.headers.authorization);
  const isSecretKey = bearer !== undefined && kindOfKeyText(bearer) === 'secret';
  return {
    memberToken: isSecretKey ? undefined : bearer,
    secretKey: isSecretKey ? bearer : undefined,
    publishableKey: readPublishableKey(request),
    whopUserToken: request.headers['x-whop-user-token']?.toString(),
    origin: readOrigin(request.headers),
  };
}

function readBearer(header: string | undefined): string | undefined {
  if (header === undefined) return undefined;
  const token = /^Bearer +(\S+)$/i.exec(header)?.[1];
  if (token === undefined) {
    throw refuse(
      'The Authorization header is not understood: send `Bearer` and a member token or a secret key (sk_…).',
    );
  }
  if (kindOfKeyText(token) === 'publishable') {
    throw refuse('A publishable key (pk_…) goes into X-Wee5-Key, not into Authorization.');
  }
  return token;
}

function readPublishableKey({ headers, query }: IdentifiedRequest): string | undefined {
  const [header, parameter] = [headers['x-wee5-key'], query['key']];
  if (header !== undefined && parameter !== undefined && header !== parameter) {
    throw refuse('X-Wee5-Key and `key` name two keys: send one of them.');
  }
  const key = header ?? parameter;
  if (key === undefined) return undefined;
  if (typeof key === 'string' && kindOfKeyText(key) === 'publishable') return key;
  if (typeof key === 'string' && kindOfKeyText(key) === 'secret') throw refuse(misplacedSecret);
  throw refuse(
    'X-Wee5-Key and `key` take one publishable key (pk_…), nothing else. Leave them out to read what is public.',
  );
}

const misplacedSecret =
  'A secret key (sk_…) belongs on your server and into `Authorization: Bearer` alone. ' +
  'Where it was sent now others may have seen it: revoke it and make another one.';

// A picture and a page's request to its own origin carry no Origin.
function readOrigin({ origin, referer }: IdentifiedRequest['headers']): string | undefined {
  if (origin !== undefined) return origin;
  return referer !== undefined && URL.canParse(referer) ? new URL(referer).origin : undefined;
}

function refuse(detail: string): ApiError {
  return new ApiError('unauthenticated', detail);
}
