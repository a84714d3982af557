import type { Config } from '../config.ts';
import { WhopClient } from './client.ts';
import type { WhopApi } from './port.ts';

/** What the configuration lets Whop be asked with; undefined where it holds no app key. */
export function createWhopApi({ whop }: Pick<Config, 'whop'>, now: () => Date): WhopApi | undefined {
  const { appId, apiKey, apiUrl } = whop;
  if (appId === undefined || apiKey === undefined) return undefined;
  return new WhopClient({ appId, apiKey, apiUrl, now });
}
