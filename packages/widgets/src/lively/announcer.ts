import type { Speaker } from './stage.ts';

/** One message to screen readers in this time for the whole page, so that busy boards do not talk without end. */
const pause = 5_000;

interface Message {
  stage: Speaker;
  text: string;
  /** The reader's own news pushes others' aside, never the other way round. */
  isOwn: boolean;
}

let waiting: Message | undefined;
let said: Message | undefined;
let timer: ReturnType<typeof setTimeout> | undefined;

/**
 * Has a widget's polite live region say the newest message, not more often than every five seconds on the page. What a
 * card and a toast both tell is said once.
 */
export function say(stage: Speaker, text: string, isOwn = false): void {
  // What has left the page would be kept until somebody else speaks.
  if (!stage.isConnected) return;
  if ((waiting?.isOwn && !isOwn) || (timer !== undefined && said?.text === text)) return;
  waiting = { stage, text, isOwn };
  if (timer === undefined) next();
}

/** Takes back what a widget that left the page said or was about to say; nobody waits for it any more. */
export function hush(stage: Speaker): void {
  if (waiting?.stage === stage) waiting = undefined;
  if (said?.stage !== stage) return;
  stage.announced = '';
  said = undefined;
  clearTimeout(timer);
  next();
}

function next(): void {
  timer = undefined;
  if (!waiting) return;
  const message = waiting;
  if (said && said.stage !== message.stage) tell(said.stage, '');
  tell(message.stage, message.text);
  said = message;
  waiting = undefined;
  timer = setTimeout(next, pause);
}

function tell(stage: Speaker, text: string): void {
  stage.announced = text;
  stage.requestUpdate();
}
