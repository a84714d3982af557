import type { AppContext } from '../src/context.ts';
import type { Board } from '../src/database/functions.ts';
import { AwardPrinter, describeRefusal, formatTop } from './print-changes.ts';
import type { Delivery } from './whop-sender.ts';

const BOARD_EVERY_MS = 5_000;

export interface Terminal {
  /** Says why a delivery earned nothing. */
  showDelivery(delivery: Delivery): void;
  close(): Promise<void>;
}

/** Prints each award as its commit says it, and the top five as they change. */
export async function openTerminal(
  { database, functions }: Pick<AppContext, 'database' | 'functions'>,
  communityId: string,
  print: (line: string) => void,
): Promise<Terminal> {
  const readBoard = (limit: number): Promise<Board | null> =>
    functions.getLeaderboard({
      communityId,
      scope: 'public',
      viewerId: null,
      board: 'top',
      window: 'all',
      windowAt: null,
      now: new Date().toISOString(),
      limit,
      after: null,
      aroundUserId: null,
    });
  let shown = '';
  const showTop = async (): Promise<void> => {
    const top = await readBoard(5);
    const text = top ? formatTop(top) : '';
    if (text !== shown) print(text);
    shown = text;
  };

  const printer = new AwardPrinter(print);
  const everyone = await readBoard(100);
  if (everyone) printer.remember(everyone);
  await showTop();
  const listening = await database.listen(
    (message) => printer.show(message),
    () => {},
  );
  listening.follow(`community:${communityId}`);
  const timer = setInterval(() => void showTop(), BOARD_EVERY_MS);
  return {
    showDelivery(delivery) {
      const refusal = describeRefusal(delivery);
      if (refusal) print(refusal);
    },
    close: async () => {
      clearInterval(timer);
      await listening.stop();
    },
  };
}
