import { Command, Option } from 'commander';
import { createApiKeyRequestSchema, type ApiKeyKind } from '@wee5/contract';
import { toKeyList, toMadeKey } from './keys-print.ts';
import { useKeys } from './keys-database.ts';

interface CreateOptions {
  community: string;
  kind: ApiKeyKind;
  origin: string[];
  label?: string;
}

/** `wee5 keys`: a community's API keys, straight in the configured database. */
export function keysCommand(say = (text: string) => void process.stdout.write(`${text}\n`)): Command {
  const keys = new Command('keys').description('make, list and revoke the API keys of a community');
  keys
    .command('create')
    .description('make a key; it is shown this once')
    .addOption(communityOption())
    .addOption(kindOption())
    .option('--origin <origins...>', 'where pages may use a publishable key, such as https://example.com', [])
    .option('--label <label>', 'what to know it by later')
    .action(async (options: CreateOptions) => say(toMadeKey(await create(options))));
  keys
    .command('list')
    .description('list the keys of a community, revoked ones included')
    .addOption(communityOption())
    .action(async ({ community }: { community: string }) => {
      say(toKeyList(community, await useKeys(community, (found) => found.list(community))));
    });
  keys
    .command('revoke <keyId>')
    .description('end a key for good; running servers follow within seconds')
    .addOption(communityOption())
    .action(async (keyId: string, { community }: { community: string }) => {
      const revoked = await useKeys(community, (found) => found.revoke(community, keyId));
      if (!revoked)
        throw new Error(`${community} has no key ${keyId}: \`wee5 keys list\` shows what it has.`);
      say(`Revoked the ${revoked.kind} key ${keyId} of ${community}: nothing takes it any more.`);
    });
  return keys;
}

async function create({ community, kind, origin, label }: CreateOptions) {
  const named = label === undefined ? {} : { label };
  const wanted = kind === 'secret' ? { kind, ...named } : { kind, allowedOrigins: origin, ...named };
  if (kind === 'secret' && origin.length > 0) {
    throw new Error('A secret key belongs on a server and has no origin: leave --origin out.');
  }
  const { data, error } = createApiKeyRequestSchema.safeParse(wanted);
  if (error)
    throw new Error(error.issues.map(({ path, message }) => `${optionOf(path)}: ${message}.`).join('\n'));
  const made = await useKeys(community, (keys) => keys.create(community, data));
  if (!made) throw new Error(`${community} is gone.`);
  return made;
}

function optionOf([field]: PropertyKey[]): string {
  return field === 'allowedOrigins' ? '--origin' : `--${String(field)}`;
}

function communityOption(): Option {
  return new Option('--community <id>', 'the id of the company on Whop (biz_…)').makeOptionMandatory();
}

function kindOption(): Option {
  return new Option('--kind <kind>', 'publishable for pages, secret for a server')
    .choices(['publishable', 'secret'] satisfies ApiKeyKind[])
    .makeOptionMandatory();
}
