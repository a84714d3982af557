import type { CommitMessage } from '../src/database/port.ts';
import type { Board } from '../src/database/functions.ts';
import { personas } from './personas.ts';
import type { Delivery } from './whop-sender.ts';

const names = new Map(personas.map((persona) => [persona.id, persona.name ?? persona.username]));
const number = new Intl.NumberFormat('en');

/** Turns what commits say into lines: each award, each level, each reward. Keeps the last totals to tell the gain. */
export class AwardPrinter {
  readonly #totals = new Map<string, number>();
  readonly #print: (line: string) => void;

  constructor(print: (line: string) => void) {
    this.#print = print;
  }

  /** Starts from totals that are already there, so that the first award shows its own gain. */
  remember(board: Board): void {
    for (const entry of board.entries) this.#totals.set(entry.userId, entry.xp);
  }

  show({ event, payload }: CommitMessage): void {
    if (event === 'community.changed') for (const change of changesOf(payload)) this.#showAward(change);
    if (event === 'member.leveled_up')
      this.#print(`      ▲ ${nameOf(payload['userId'])} is now level ${String(payload['level'])}`);
    if (event === 'reward.unlocked') {
      const { name } = payload['reward'] as { name: string };
      this.#print(`      ★ ${nameOf(payload['userId'])} unlocked “${name}”`);
    }
  }

  #showAward({ userId, xp, level }: Change): void {
    const gain = xp - (this.#totals.get(userId) ?? 0);
    this.#totals.set(userId, xp);
    this.#print(
      `${`${gain < 0 ? '' : '+'}${gain}`.padStart(5)} ${nameOf(userId)}  ${number.format(xp)} XP, level ${level}`,
    );
  }
}

/** A line for a delivery that earned nothing, or undefined where the award speaks for itself. */
export function describeRefusal({ envelope, answer }: Delivery): string | undefined {
  if (!answer) return `    – ${envelope.type}: no answer`;
  const { status, awards, reason, code } = answer.body;
  if (status === 'accepted' && Number(awards) > 0) return undefined;
  const isCooling = status === 'accepted' && envelope.type.startsWith('chat.');
  const why = isCooling ? 'cooldown' : (reason ?? code ?? status);
  return `    – ${envelope.type}: ${String(status)}${why === status ? '' : `, ${String(why)}`}`;
}

/** The top of a board as a few aligned lines. */
export function formatTop(board: Board): string {
  const rows = board.entries.map(
    ({ rank, userId, xp, level }) =>
      `  ${String(rank).padStart(2)}  ${number.format(xp).padStart(8)} XP  level ${String(level).padEnd(3)} ${nameOf(userId)}`,
  );
  return ['', ...rows, ''].join('\n');
}

interface Change {
  userId: string;
  xp: number;
  level: number;
}

// Past 7 kB a message carries the version alone.
function changesOf(payload: CommitMessage['payload']): Change[] {
  return (payload['changed'] as Change[] | undefined) ?? [];
}

function nameOf(userId: unknown): string {
  return names.get(String(userId)) ?? String(userId);
}
