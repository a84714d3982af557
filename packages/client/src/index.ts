export { createClient } from './client.ts';
export { sharedClient } from './shared-client.ts';
export { HttpError, NetworkError, ProtocolError, TimeoutError, TokenError, Wee5Error } from './errors.ts';
export type { ClientError } from './errors.ts';
export type { Environment, Page } from './environment.ts';
export type * from './types.ts';
export type * from './contract.ts';
