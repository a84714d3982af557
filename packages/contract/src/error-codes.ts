/**
 * Every `code` a problem document can carry, with its HTTP status and title.
 *
 * Codes are stable: pages on the internet match on them. Add, never rename.
 * @see https://www.rfc-editor.org/rfc/rfc9457
 */
export const errorCodes = {
  'invalid-signature': { status: 400, title: 'The signature does not match' },
  'stale-timestamp': { status: 400, title: 'The timestamp is too far from now' },
  'missing-header': { status: 400, title: 'A required header is missing' },
  'malformed-request': { status: 400, title: 'This is not a request' },
  'malformed-body': { status: 400, title: 'The body cannot be read' },
  'validation-failed': { status: 400, title: 'The request is not valid' },
  unauthenticated: { status: 401, title: 'Identity is needed' },
  forbidden: { status: 403, title: 'This identity may not do that' },
  'not-a-member': { status: 403, title: 'Not a member of this community' },
  'not-found': { status: 404, title: 'There is nothing at this address' },
  'unknown-community': { status: 404, title: 'This community is not known' },
  'unknown-experience': { status: 404, title: 'This experience is not known' },
  'unknown-member': { status: 404, title: 'This member is not known' },
  'unknown-reward': { status: 404, title: 'This reward is not known' },
  'unknown-version': { status: 404, title: 'This version is not known' },
  'unknown-reset': { status: 404, title: 'This reset is not known' },
  'unknown-flag': { status: 404, title: 'This flag is not known' },
  'method-not-allowed': { status: 405, title: 'This address does not take this method' },
  'request-timeout': { status: 408, title: 'The request took too long to arrive' },
  'version-conflict': { status: 409, title: 'Somebody else saved in between' },
  'reward-not-claimable': { status: 409, title: 'This reward cannot be claimed now' },
  'not-undoable': { status: 409, title: 'This cannot be undone any more' },
  'body-too-large': { status: 413, title: 'The body is too large' },
  'unsupported-media-type': { status: 415, title: 'The content type is not supported' },
  'rate-limited': { status: 429, title: 'Too many requests' },
  'headers-too-large': { status: 431, title: 'The headers are too large' },
  'internal-error': { status: 500, title: 'Something went wrong on our side' },
  'format-not-offered': { status: 501, title: 'This format is not offered' },
  overloaded: { status: 503, title: 'Too many are here at once' },
  'whop-unavailable': { status: 503, title: 'Whop cannot be asked' },
  'storage-unavailable': { status: 503, title: 'The database cannot be reached' },
} as const satisfies Record<string, { status: number; title: string }>;

/** A stable kebab-case word saying what went wrong; see {@link errorCodes}. */
export type ErrorCode = keyof typeof errorCodes;
