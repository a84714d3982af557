// `pnpm example <name>`: one command for each folder of examples/ with something to open.
import { reportFailure, stopOnSignal } from '../../../../api/src/stop-on-signal.ts';
import { examples } from './examples.ts';
import { runExample } from './run-example.ts';

const print = (line: string): void => void process.stdout.write(`${line}\n`);

async function main(name = ''): Promise<void> {
  const example = Object.hasOwn(examples, name) ? examples[name] : undefined;
  if (!example) {
    throw new Error(
      `${name ? `There is no example ${name}` : 'Name an example'}: npx pnpm@10 example ${Object.keys(examples).join(' | ')}`,
    );
  }
  const running = await runExample(example, { environment: process.env, print });
  print(`\n  Open ${running.url}\n`);
  for (const line of example.look) print(`  ${line}`);
  print('\n  Ctrl-C stops it.');
  stopOnSignal(async () => {
    await running.stop();
    print('Stopped.');
  });
}

await main(process.argv[2]).catch(reportFailure);
