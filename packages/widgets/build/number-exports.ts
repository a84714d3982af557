import type { OutputChunk } from 'rollup';
import { core } from './split.ts';

/** What the script gives its parts at its very end, each in a line: `exports.a = name;`. */
const lastExports = /(?:\n *exports\.\w+ = [\w$]+;)+(?=\s*\}\)\);\s*$)/;

/**
 * Has the parts know what the script gives them by number and not by name: a list of names is shorter than one of pairs.
 * What changes while the script runs keeps its name.
 * @throws where a part calls the script something else than rollup usually does
 */
export function numberExports([script, ...parts]: OutputChunk[]): OutputChunk[] {
  const pairs = [...(lastExports.exec(script!.code)?.[0] ?? '').matchAll(/exports\.(\w+) = ([\w$]+);/g)];
  const values = pairs.map(([, , value]) => value);
  const numbers = new Map(pairs.map(([, name], index) => [name, index]));
  const code = script!.code.replace(lastExports, `\nObject.assign(exports, [${values.join(', ')}]);`);
  return [
    { ...script!, code },
    ...parts.map((part) => {
      if (!part.code.includes(`'${core}'`)) return part;
      if (!/^[^\n]*\bwee5[,)]/.test(part.code))
        throw new Error(`${part.fileName} has another name for ${core}.`);
      const byNumber = (whole: string, name: string): string => {
        if (numbers.has(name)) return `wee5[${numbers.get(name)}]`;
        if (code.includes(`exports.${name} = `)) return whole;
        throw new Error(`${part.fileName} takes ${whole}, which the script does not give.`);
      };
      return { ...part, code: part.code.replaceAll(/(?<![\w$-])wee5\.(\w+)/g, byNumber) };
    }),
  ];
}
