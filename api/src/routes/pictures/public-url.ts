import type { Request } from 'express';
import type { Config } from '../../config.ts';

/** Where the world reaches the server, without a slash at the end: as configured, else as this request did. */
export function publicUrlOf({ server }: Pick<Config, 'server'>, request: Request): string {
  return server.publicUrl ?? `${request.protocol}://${request.host}`;
}
