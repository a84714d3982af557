/** Stands in the place of a value in a template's markup: to the parser a comment, or characters of an attribute. */
export const hole = '<?$>';

/** Ends the name of an attribute with a value in it. */
export const bound = '$';

/** No source has it. */
const value = '\0';

/**
 * Writes a template's plain stretches so that nobody has to read them again: each with {@link hole} between it and the
 * next one is markup, where names of attributes tell which ones have values in them. Leaves out what a parser does not
 * need.
 * @throws where a value stands where none can
 */
export function markValues(stretches: string[]): string[] {
  const markup = stretches
    .join(value)
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/<(\/?[\w-]+)((?:[^<>"]|"[^"]*")*)>/g, (_tag, name: string, rest: string) => {
      const attributes = rest.replace(/\s*\/?\s*$/, '').replaceAll(attribute, writeAttribute);
      // Where HTML has no end tag it needs no slash either.
      const slash = rest.trimEnd().endsWith('/') && !/^(img|br)$/.test(name) ? '/' : '';
      return `<${name}${attributes}${slash && /[^"]$/.test(attributes) ? ' /' : slash}>`;
    });
  const unread = /<(?:!--|(?:script|style|textarea|title|math)\b|\0|[^>]*\s\0)/i.exec(
    markup.replaceAll(/\$="[^"]*"/g, ''),
  );
  if (unread) throw new Error(`The script tag cannot have a value there, or a tag like that: ${unread[0]}`);
  // What is put in last has something behind it, so that it stays where it is.
  return (markup.endsWith(value) ? `${markup}<?>` : markup).split(value);
}

const attribute = /([^\s"=]+)=(?:"([^"]*)"|([^\s"]+))/g;

function writeAttribute(_all: string, name: string, quoted: string | undefined, plain: string): string {
  const text = quoted ?? plain;
  if (!text.includes(value)) return text && /^[\w-]+$/.test(text) ? `${name}=${text}` : `${name}="${text}"`;
  if (/[A-Z.]/.test(name)) throw new Error(`The script tag cannot bind ${name}`);
  return `${name}${bound}="${text}"`;
}
