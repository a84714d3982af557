import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { keepText } from './kept-file.ts';

/**
 * The webhook secret of a server that was given none: the one in `webhook-secret` (mode 0600), made on the first
 * start. `made` is true for the one start that made it, which is the one that may show it.
 */
export async function keepSecret(
  dataDirectory: string,
): Promise<{ secret: string; path: string; made: boolean }> {
  const path = join(dataDirectory, 'webhook-secret');
  const { text: secret, made } = await keepText(path, () => `ws_${randomBytes(32).toString('hex')}`);
  return { secret, path, made };
}
