import { Command, Option } from 'commander';
import type { ReplayAnswer } from '@wee5/contract';
import { listAll, replay } from './quarantine-database.ts';

interface Options {
  community: string;
}

/** `wee5 quarantine`: events kept aside whose community could not be found, so that no creator sees them. */
export function quarantineCommand(say = (text: string) => void process.stdout.write(`${text}\n`)): Command {
  const quarantine = new Command('quarantine').description(
    'list and replay events that could not be booked and whose community could not be found',
  );
  quarantine
    .command('list')
    .description('list them, newest first; words in them are blotted out')
    .addOption(communityOption())
    .action(async ({ community }: Options) => {
      const events = await listAll(community);
      const lines = events.map(
        ({ receivedAt, reason, eventType, webhookId }) =>
          `${receivedAt.slice(0, 16).replace('T', ' ')}  ${reason.padEnd(19)}  ${webhookId}  ${eventType}`,
      );
      say(lines.length === 0 ? 'Nothing is in quarantine.' : lines.join('\n'));
    });
  quarantine
    .command('replay [webhookIds...]')
    .description('book what can be booked by now: these events, or the oldest 100; nothing is counted twice')
    .addOption(communityOption())
    .action(async (webhookIds: string[], { community }: Options) => {
      const replayed = await replay(community, webhookIds.length > 0 ? webhookIds : undefined);
      say(toSentence(replayed));
      if (replayed.some(({ answer }) => answer.status === 'quarantined')) process.exitCode = 1;
    });
  return quarantine;
}

function toSentence(replayed: ReplayAnswer['replayed']): string {
  if (replayed.length === 0) return 'There was nothing to replay.';
  const stay = replayed.filter(({ answer }) => answer.status === 'quarantined').length;
  const left = `${replayed.length - stay} of ${replayed.length} events left the quarantine.`;
  return stay === 0 ? left : `${left} ${stay} still cannot be booked: look at the server's log.`;
}

function communityOption(): Option {
  return new Option('--community <id>', 'of this community instead (biz_…)').default('', 'none');
}
