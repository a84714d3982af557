import { Command } from 'commander';
import { makeJwtKey } from '../identity/jwt-key.ts';

/** `wee5 jwt-key`: makes a key for `WEE5_JWT_KEY`. */
export function jwtKeyCommand(): Command {
  return new Command('jwt-key')
    .description(
      'make a private key for WEE5_JWT_KEY; import the same into the signing keys of your Supabase project',
    )
    .action(async () => {
      process.stdout.write(`${JSON.stringify(await makeJwtKey())}\n`);
    });
}
