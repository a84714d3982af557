import { toolPath } from '../tools.ts';
import type { ExampleContext, RunningExample } from './example.ts';
import { folderOf } from './folders.ts';
import { startProcess } from './start-process.ts';

export function startVite({ wee5, port }: ExampleContext): Promise<RunningExample> {
  const cwd = folderOf('vite');
  const options = ['--host', 'localhost', '--port', String(port), '--strictPort'];
  return startProcess([toolPath('vite', 'vite', cwd), ...options], {
    cwd,
    port,
    env: { VITE_WEE5_URL: wee5 },
  });
}
