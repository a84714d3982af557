import type { Plugin } from 'rollup';

const library = /\/node_modules\/(@lit\/reactive-element|lit-html|lit-element)\/[\w-]+\.js$/;
/** Tells other Lits of the page that there is one more; nobody needs to know. */
const register = /\(\w+\.\w+Versions\?\?=\[\]\)\.push\("[^"]*"\)/g;
/** What decorators and other Lits would share; the script has neither. */
const shareMetadata = /Symbol\.metadata\?\?=Symbol\("metadata"\),\w+\.litPropertyMetadata\?\?=new WeakMap;/;

/** Lit without the names that it leaves in a page and without the one that it gives `Symbol`. */
export const litAlone: Plugin = {
  name: 'lit-alone',
  transform(code, id) {
    if (!library.test(id)) return null;
    const alone = takeMetadata(code.replaceAll(register, '0'));
    if (/Versions|Symbol\.metadata/.test(alone))
      throw new Error(`${id} leaves traces in the page in a new way.`);
    return { code: alone, map: null };
  },
};

function takeMetadata(code: string): string {
  if (!shareMetadata.test(code)) return code;
  const own = 'const ownMetadata=Symbol(),litPropertyMetadata=new WeakMap;';
  return own + code.replace(shareMetadata, '').replaceAll('Symbol.metadata', 'ownMetadata');
}
