import { readFileSync, writeFileSync } from 'node:fs';
import * as contract from '@wee5/contract';
import { format } from 'prettier';
import { z } from 'zod';
import { contractComments } from './contract-comments.ts';
import { printDeclaration, type Schema } from './print-type.ts';

/** The names that `src/contract.ts` takes from the contract. */
export function contractNames(): string[] {
  const source = readFileSync(new URL('../src/contract.ts', import.meta.url), 'utf8');
  const [, names = ''] = /export type \{([^}]*)\} from '@wee5\/contract'/.exec(source) ?? [];
  return names.split(',').flatMap((name) => name.trim() || []);
}

/**
 * Plain declarations of these types, printed from the contract's schemas: what the published package has in the place
 * of `contract.d.ts`. Throws for a name without a schema.
 */
export async function contractTypes(names: string[]): Promise<string> {
  const registry = z.registry<{ id: string }>();
  const events = Object.entries(contract.liveEventSchemas);
  const fromEvents = ['LiveEventName', 'LiveEvents'];
  for (const name of names.filter((each) => !fromEvents.includes(each)))
    registry.add(schemaOf(name), { id: name });
  for (const [event, schema] of events)
    if (!registry.has(schema)) registry.add(schema, { id: payloadName(event) });

  const { schemas } = z.toJSONSchema(registry, {
    uri: (id) => id,
    unrepresentable: 'any',
    io: 'output',
    override: ({ zodSchema, jsonSchema }) => {
      if (!(zodSchema instanceof z.ZodTemplateLiteral)) return;
      const [prefix] = zodSchema.def.parts;
      if (typeof prefix === 'string') Object.assign(jsonSchema, { prefix });
    },
  });
  const comments = contractComments();
  const described = (name: string, schema: Schema): Schema => {
    const description = schema.description ?? comments.get(lowerFirst(name));
    return description === undefined ? schema : { ...schema, description };
  };
  const declarations = Object.entries(schemas).map(([name, schema]) =>
    printDeclaration(name, described(name, schema as Schema)),
  );
  const fields = events.map(([event, schema]) => {
    const about = comments.get(lowerFirst(payloadName(event)));
    return `/** ${about} */\n'${event}': ${registry.get(schema)?.id};`;
  });
  const text = `${declarations.join('\n')}
/** The payload of each live event. */
export interface LiveEvents {\n${fields.join('\n')}\n}

/** The name of a live event. */
export type LiveEventName = keyof LiveEvents;
`;
  return format(text, { parser: 'typescript', singleQuote: true, printWidth: 110 });
}

function schemaOf(name: string): z.ZodType {
  const schema = (contract as unknown as Record<string, z.ZodType | undefined>)[`${lowerFirst(name)}Schema`];
  if (!schema) throw new Error(`${name} has no schema in @wee5/contract: take it out of src/contract.ts.`);
  return schema;
}

/** `member.leveled_up` → `MemberLeveledUp` */
function payloadName(event: string): string {
  return event.replaceAll(/(?:^|[._])(\w)/g, (_match, letter: string) => letter.toUpperCase());
}

function lowerFirst(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1);
}

if (import.meta.main) {
  writeFileSync(new URL('../dist/contract.d.ts', import.meta.url), await contractTypes(contractNames()));
}
