import { onAbort } from '../../abort.ts';
import type { Environment } from '../../environment.ts';
import type { TokenSource } from '../../token.ts';
import { expiryOf } from './expiry-of.ts';

/** The server closes what a token has opened when it runs out. */
const BEFORE_EXPIRY_MS = 60_000;
/** Not everyone whose tokens began together comes at the same moment. */
const JITTER_MS = 15_000;
/** Also for a clock that is wrong, and for a page that goes on giving the same token. */
const LEAST_PAUSE_MS = 30_000;

interface Renewal {
  tokens: TokenSource;
  environment: Environment;
  /** Ends it. */
  signal: AbortSignal;
  /** Takes the new token. */
  use: (token: string) => Promise<void>;
}

/** Gets another token about a minute before this one runs out, and so on. */
export function renewBeforeExpiry(token: string, renewal: Renewal): void {
  const { environment, signal } = renewal;
  const expiry = expiryOf(token);
  if (expiry === undefined || signal.aborted) return;
  const early = BEFORE_EXPIRY_MS + environment.random() * JITTER_MS;
  const wait = Math.max(LEAST_PAUSE_MS, expiry - environment.now() - early);
  const release = onAbort(
    signal,
    environment.after(wait, () => {
      release();
      void renew(token, renewal);
    }),
  );
}

async function renew(old: string, renewal: Renewal): Promise<void> {
  const { tokens, signal, use } = renewal;
  if (!tokens.refused(old)) return;
  let token = old;
  try {
    token = (await tokens.get()) ?? old;
    if (token !== old && !signal.aborted) await use(token);
  } catch {
    // There is a minute left to try again; after that the server ends the connection, which says enough.
  }
  renewBeforeExpiry(token, renewal);
}
