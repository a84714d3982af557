import type { CommitMessage, OnMessage } from './port.ts';
import type { Log } from './log.ts';

/** The channel on which commits are announced. */
export const COMMIT_CHANNEL = 'wee5';

/** Hands a notification's payload on. Neither a foreign payload nor a listener that throws may end the process. */
export function deliver(payload: string, onMessage: OnMessage, log: Log): void {
  try {
    const message: unknown = JSON.parse(payload);
    if (!isCommitMessage(message)) throw new Error('not a message of a commit');
    onMessage(message);
  } catch (error) {
    log(`A notification on channel ${COMMIT_CHANNEL} was dropped: ${(error as Error).message}`);
  }
}

function isCommitMessage(message: unknown): message is CommitMessage {
  const { topic, event, payload } = (message ?? {}) as Partial<CommitMessage>;
  return typeof topic === 'string' && typeof event === 'string' && typeof payload?.version === 'number';
}
