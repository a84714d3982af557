/** The part of JSON Schema that the contract's answers need. */
export interface Schema {
  $ref?: string;
  description?: string;
  const?: unknown;
  enum?: unknown[];
  anyOf?: Schema[];
  oneOf?: Schema[];
  type?: TypeName | TypeName[];
  items?: Schema;
  properties?: Record<string, Schema>;
  required?: string[];
  additionalProperties?: Schema | boolean;
  /** Text that begins with one word, as the contract's template literals do. */
  prefix?: string;
}

type TypeName = keyof typeof plain | 'array' | 'object';

const plain = {
  string: 'string',
  integer: 'number',
  number: 'number',
  boolean: 'boolean',
  null: 'null',
} as const;

/** A schema as a TypeScript type; a reference becomes the name it ends with. */
export function printType(schema: Schema): string {
  if (schema.$ref !== undefined) return schema.$ref.split('/').at(-1) ?? 'unknown';
  if (schema.prefix !== undefined) return `\`${schema.prefix}\${string}\``;
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  const union =
    schema.enum?.map((value) => JSON.stringify(value)) ?? (schema.anyOf ?? schema.oneOf)?.map(printType);
  if (union) return union.join(' | ');
  if (Array.isArray(schema.type))
    return schema.type.map((type) => printType({ ...schema, type })).join(' | ');
  if (schema.type === 'array') return `(${printType(schema.items ?? {})})[]`;
  if (schema.type === 'object') return printObject(schema);
  return schema.type === undefined ? 'unknown' : plain[schema.type];
}

/** A type by its name, described as its schema is. */
export function printDeclaration(name: string, schema: Schema): string {
  const isInterface = schema.type === 'object' && schema.properties !== undefined;
  const declaration = isInterface
    ? `export interface ${name} ${printObject(schema)}`
    : `export type ${name} = ${printType(schema)};`;
  return `${printDescription(schema)}${declaration}\n`;
}

function printObject({ properties, required = [], additionalProperties = {} }: Schema): string {
  if (!properties)
    return `Record<string, ${printType(additionalProperties === true ? {} : additionalProperties || {})}>`;
  const fields = Object.entries(properties).map(([name, schema]) => {
    const type = required.includes(name) ? `: ${printType(schema)}` : `?: ${printType(schema)} | undefined`;
    return `${printDescription(schema)}${JSON.stringify(name)}${type};\n`;
  });
  // What an object may have beside its own fields has a type as well.
  const isOpen = typeof additionalProperties === 'object' && Object.keys(additionalProperties).length > 0;
  const others = isOpen ? `[name: string]: ${printType(additionalProperties)};\n` : '';
  return `{\n${fields.join('')}${others}}`;
}

function printDescription(schema: Schema): string {
  // What may be null as well is described where it is not.
  const description = schema.description ?? schema.anyOf?.[0]?.description;
  return description === undefined ? '' : `/** ${description} */\n`;
}
