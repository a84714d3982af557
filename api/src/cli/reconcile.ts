import { Command, InvalidArgumentError } from 'commander';
import { readEnvironment, toConfig } from '../config.ts';
import { createLogger } from '../logger.ts';
import { reconcile } from '../reconcile/reconcile.ts';
import { connectWhop } from '../whop/client.ts';

const HOUR_MS = 60 * 60_000;
const units: Record<string, number> = { m: 60_000, h: HOUR_MS, d: 24 * HOUR_MS };
/** How long Whop keeps what it delivered. */
const LONGEST_MS = 30 * 24 * HOUR_MS;

/** `wee5 reconcile --since 2h`: has Whop send again what it could not deliver. The server has to be running. */
export function reconcileCommand(): Command {
  return new Command('reconcile')
    .description('have Whop send again the events it could not deliver; nothing is counted twice')
    .requiredOption(
      '--since <when>',
      'a time (2026-11-20T18:00:00Z) or how long ago (90m, 2h, 3d)',
      readSince,
    )
    .action(async ({ since }: { since: Date }) => {
      const config = toConfig(readEnvironment());
      const whop = connectWhop(config.whop, () => new Date());
      if (!whop) throw new Error('Set WHOP_APP_ID and WHOP_API_KEY: Whop is asked with the key of your app.');
      const report = await reconcile(since, {
        whop,
        publicUrl: config.server.publicUrl,
        log: createLogger(config.logLevel),
      });
      process.stdout.write(`${toSentence(report)}\n`);
      if (report.recovered < report.missed) process.exitCode = 1;
    });
}

function toSentence({ since, missed, recovered }: Awaited<ReturnType<typeof reconcile>>): string {
  if (missed === 0) return `Since ${since} Whop has delivered everything.`;
  const open = missed - recovered;
  const rest = open === 0 ? '' : ` ${open} did not arrive: look at the server's log and try again.`;
  return `Since ${since} Whop could not deliver ${missed} events; sent again, ${recovered} arrived.${rest}`;
}

/** Throws commander's error for what is neither a time nor a duration, or longer ago than Whop keeps deliveries. */
export function readSince(text: string, _previous?: unknown, now = new Date()): Date {
  const [, amount, unit] = /^(\d+)([mhd])$/.exec(text) ?? [];
  const since =
    amount !== undefined && unit !== undefined
      ? new Date(now.getTime() - Number(amount) * (units[unit] ?? 0))
      : new Date(text);
  if (Number.isNaN(since.getTime()) || since > now) {
    throw new InvalidArgumentError('Give a time in the past such as 2026-11-20T18:00:00Z, or 90m, 2h, 3d.');
  }
  if (now.getTime() - since.getTime() > LONGEST_MS) {
    throw new InvalidArgumentError('Whop keeps deliveries for 30 days: give a later time.');
  }
  return since;
}
