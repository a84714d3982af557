import { randomUUID } from 'node:crypto';
import { Command } from 'commander';
import { exportJWK, generateKeyPair, type JWK } from 'jose';

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

/** A new private ES256 key as a JWK with a `kid`. */
export async function makeJwtKey(): Promise<JWK> {
  const { privateKey } = await generateKeyPair('ES256', { extractable: true });
  return { ...(await exportJWK(privateKey)), kid: randomUUID(), alg: 'ES256', use: 'sig' };
}
