import { join } from 'node:path';
import { ts } from '../../../widgets/build/manifest/analyzer.ts';
import { projectRoot } from '../project.ts';

/** A field or a method. */
export interface Member {
  name: string;
  /** As it stands in the source, without comments. */
  signature: string;
  isMethod: boolean;
  isOptional: boolean;
  description: string;
  examples: string[];
}

/** Something that `@wee5/client` exports, with what its JSDoc says. */
export interface Exported extends Omit<Member, 'isMethod' | 'isOptional'> {
  kind: 'function' | 'class' | 'interface' | 'type';
  members: Member[];
  /** Parameters with words of their own. */
  parameters: { name: string; description: string }[];
  throws: string[];
}

type Node = Parameters<typeof ts.getJSDocTags>[0];

const source = join(projectRoot, 'packages/client/src/');

/** Everything the client exports but the shapes of the API's answers, in the order of its sources. */
export function readClientApi(): Exported[] {
  const program = ts.createProgram([`${source}index.ts`], {
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    allowImportingTsExtensions: true,
    noEmit: true,
    skipLibCheck: true,
  });
  const checker = program.getTypeChecker();
  const file = program.getSourceFile(`${source}index.ts`);
  const module = file && checker.getSymbolAtLocation(file);
  if (!module) throw new Error('packages/client/src/index.ts exports nothing.');
  return checker.getExportsOfModule(module).flatMap((symbol) => {
    const original = symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
    const [node] = original.declarations ?? [];
    const isOwn = node?.getSourceFile().fileName.startsWith(source);
    return node && isOwn ? [describe(symbol.name, node)] : [];
  });
}

function describe(name: string, node: Node): Exported {
  const holder = ts.isInterfaceDeclaration(node) || ts.isClassDeclaration(node) ? node : undefined;
  const tags = ts.getJSDocTags(node);
  const words = (comment: Parameters<typeof ts.getTextOfJSDocComment>[0]) =>
    tidy(ts.getTextOfJSDocComment(comment) ?? '');
  return {
    name,
    kind: kindOf(node),
    signature: signatureOf(node),
    ...wordsOf(node),
    members: [...(holder?.members ?? [])].filter(isPublic).map(memberOf),
    parameters: tags
      .filter((tag) => ts.isJSDocParameterTag(tag))
      .map((tag) => ({ name: tag.name.getText(), description: words(tag.comment) })),
    throws: tags.filter(({ tagName }) => tagName.text === 'throws').map(({ comment }) => words(comment)),
  };
}

function memberOf(node: Node & { name?: Node; questionToken?: Node | undefined }): Member {
  return {
    name: node.name?.getText() ?? '',
    signature: signatureOf(node),
    isMethod: ts.isMethodSignature(node),
    isOptional: node.questionToken !== undefined,
    ...wordsOf(node),
  };
}

/** Constructors are for the client itself: nobody else makes its errors. */
function isPublic(node: Node): boolean {
  return !ts.isConstructorDeclaration(node) && !ts.isSemicolonClassElement(node);
}

function kindOf(node: Node): Exported['kind'] {
  if (ts.isFunctionDeclaration(node)) return 'function';
  if (ts.isClassDeclaration(node)) return 'class';
  return ts.isInterfaceDeclaration(node) ? 'interface' : 'type';
}

function wordsOf(node: Node): { description: string; examples: string[] } {
  const comment = ts.getJSDocCommentsAndTags(node).find((entry) => ts.isJSDoc(entry));
  const examples = ts.getJSDocTags(node).filter(({ tagName }) => tagName.text === 'example');
  return {
    description: tidy(ts.getTextOfJSDocComment(comment?.comment) ?? ''),
    examples: examples.map((tag) => ts.getTextOfJSDocComment(tag.comment) ?? ''),
  };
}

/** What a reader needs of a declaration: no body, no members, no words that only say where it may stand. */
function signatureOf(node: Node): string {
  if (ts.isInterfaceDeclaration(node) || ts.isClassDeclaration(node)) return '';
  const body = ts.isFunctionDeclaration(node) ? (node.body?.getText() ?? '') : '';
  const text = node.getText().replace(body, '');
  const plain = text
    .replaceAll(/\/\*\*[^]*?\*\/\s*/g, '')
    .replace(/^(?:export |declare |override |readonly )+/, '');
  return plain
    .replace(/^(?:(?:declare|override|readonly|async|abstract) )+/, '')
    .trim()
    .replace(/;$/, '');
}

/** `{@link HttpError}` as the code that it names. */
function tidy(text: string): string {
  return text.replaceAll(/\{@link ([^}]+?)\s*\}/g, '`$1`');
}
