import type { CustomElementDeclaration, JavaScriptModule, Package } from 'custom-elements-manifest';
import { create, litPlugin, type Program } from './analyzer.ts';
import { descriptions } from './descriptions.ts';
import { examples } from './examples.ts';
import { createProgram, packageDirectory } from './program.ts';
import { keepPublic } from './keep-public.ts';
import { valueTypes } from './value-types.ts';

/** An element as `custom-elements.json` describes it. */
export interface WidgetDeclaration extends CustomElementDeclaration {
  tagName: string;
  examples?: string[];
}

/** What `custom-elements.json` says: every element with what its class says in JSDoc and `static properties`. */
export function createManifest(): Package {
  const program = createProgram();
  const files = program
    .getSourceFiles()
    .filter(({ fileName }) => fileName.startsWith(`${packageDirectory}src/`));
  const { modules } = create({ modules: files, plugins: [...litPlugin(), examples, descriptions] });
  const described = modules.flatMap((module) => {
    const widget = module.declarations?.find(isWidget);
    return widget ? describe(program, { path: module.path, widget }) : [];
  });
  return { schemaVersion: '2.1.0', readme: 'README.md', modules: described };
}

/** The module with the class, and the one beside it that defines the tag. */
function describe(
  program: Program,
  { path, widget }: { path: string; widget: WidgetDeclaration },
): JavaScriptModule[] {
  const file = program.getSourceFile(path);
  if (!file) throw new Error(`${path} is not among the sources.`);
  const module = publishedPath(path);
  const declaration = { name: widget.name, module };
  return [
    {
      kind: 'javascript-module',
      path: module,
      declarations: [keepPublic(widget, valueTypes(program, file, widget.name))],
      exports: [{ kind: 'js', name: widget.name, declaration }],
    },
    {
      kind: 'javascript-module',
      path: module.replace(/[^/]+$/, 'define.js'),
      declarations: [],
      exports: [{ kind: 'custom-element-definition', name: widget.tagName, declaration }],
    },
  ];
}

function isWidget(declaration: object): declaration is WidgetDeclaration {
  return 'customElement' in declaration && 'tagName' in declaration;
}

function publishedPath(path: string): string {
  return path.replace(`${packageDirectory}src/`, 'dist/').replace(/\.ts$/, '.js');
}
