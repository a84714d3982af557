import { Command } from 'commander';
import { checkCommand, rebuildCommand } from './integrity.ts';
import { jwtKeyCommand } from './jwt-key.ts';
import { keysCommand } from './keys.ts';
import { migrateCommand } from './migrate.ts';
import { quarantineCommand } from './quarantine.ts';
import { reconcileCommand } from './reconcile.ts';

/** `npx pnpm@10 wee5 …`: what an operator does beside the running server, with the server's environment. */
export function createProgram(): Command {
  return new Command('wee5')
    .description('What an operator of Wee5 does beside the running server. It reads the same environment.')
    .addCommand(migrateCommand())
    .addCommand(jwtKeyCommand())
    .addCommand(reconcileCommand())
    .addCommand(keysCommand())
    .addCommand(quarantineCommand())
    .addCommand(checkCommand())
    .addCommand(rebuildCommand());
}
