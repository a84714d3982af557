import { Command, Option } from 'commander';
import type { IntegrityFunctions } from '../database/integrity-functions.ts';
import { checkCommunity } from '../integrity/check-community.ts';
import { rebuildCommunity } from '../integrity/rebuild-community.ts';
import { eachCommunity } from './each-community.ts';
import { toCheckLines, toRebuiltLine } from './integrity-print.ts';

const say = (text: string): void => void process.stdout.write(`${text}\n`);
const now = (): Date => new Date();

interface Options {
  community?: string;
  yes?: boolean;
}

/** `wee5 check`: whether totals, peaks, levels, period totals and streak days are what the log says. */
export function checkCommand(): Command {
  return new Command('check')
    .description('compare totals, levels, periods and streaks with the log; changes none of them')
    .addOption(communityOption())
    .action(({ community }: Options) => eachCommunity(community, check));
}

/** `wee5 rebuild`: makes them what the log says. */
export function rebuildCommand(): Command {
  return new Command('rebuild')
    .description(
      'recount totals, levels, periods and streaks from the log; shows what it would change without --yes',
    )
    .addOption(communityOption())
    .option('--yes', 'write what the log says; a running server may go on awarding meanwhile')
    .action(async ({ community, yes = false }: Options) => {
      await eachCommunity(community, yes ? rebuild : check);
      if (!yes && process.exitCode === 1) say('Run it again with --yes to write what the log says.');
    });
}

async function check(communityId: string, functions: IntegrityFunctions): Promise<void> {
  const found = await checkCommunity(communityId, { functions, now, pauseMs: 0 });
  say(toCheckLines(communityId, found));
  if (!found.ok) process.exitCode = 1;
}

async function rebuild(communityId: string, functions: IntegrityFunctions): Promise<void> {
  say(toRebuiltLine(communityId, await rebuildCommunity(communityId, functions, { pauseMs: 0 })));
  await check(communityId, functions);
}

function communityOption(): Option {
  return new Option('--community <id>', 'the id of the company on Whop (biz_…); all of them unless given');
}
