import { readFile } from 'node:fs/promises';
import type pg from 'pg';
import type { Award } from '../../src/database/functions.ts';

export type Booking = (client: pg.Client, awards: Award[]) => Promise<unknown>;

interface Cost {
  cpu: number;
  wall: number;
}

/** Books over one connection and adds up what that cost its backend, in milliseconds. */
export class Meter {
  readonly #name: string;
  readonly #client: pg.Client;
  readonly #book: Booking;
  readonly #pid: number;
  #rounds: Cost[] = [];

  private constructor(name: string, client: pg.Client, { book, pid }: { book: Booking; pid: number }) {
    this.#name = name;
    this.#client = client;
    this.#book = book;
    this.#pid = pid;
  }

  static async on(name: string, client: pg.Client, book: Booking): Promise<Meter> {
    const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid');
    return new Meter(name, client, { book, pid: rows[0]!.pid });
  }

  async run(block: Award[][]): Promise<void> {
    const cpu = await readCpu(this.#pid);
    const startedAt = performance.now();
    for (const awards of block) await this.#book(this.#client, awards);
    const wall = performance.now() - startedAt;
    this.#rounds.push({ cpu: ((await readCpu(this.#pid)) - cpu) / block.length, wall: wall / block.length });
  }

  reset(): void {
    this.#rounds = [];
  }

  /** One line: the medians per call, and how often they fit into those of another meter of the same rounds. */
  against(other: Meter): string {
    const { cpu, wall } = this.#median();
    const theirs = other.#median();
    return (
      `${this.#name.padEnd(12)} ${cpu.toFixed(3)} ms CPU, ${wall.toFixed(3)} ms wall; ` +
      `${other.#name} takes ${(theirs.cpu / cpu).toFixed(3)}x its CPU, ${(theirs.wall / wall).toFixed(3)}x its wall time`
    );
  }

  #median(): Cost {
    return {
      cpu: medianOf(this.#rounds.map(({ cpu }) => cpu)),
      wall: medianOf(this.#rounds.map(({ wall }) => wall)),
    };
  }
}

/** Milliseconds that a process has run for; its first number is nanoseconds. */
async function readCpu(pid: number): Promise<number> {
  return Number((await readFile(`/proc/${pid}/schedstat`, 'utf8')).split(' ')[0]) / 1e6;
}

function medianOf(values: number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
