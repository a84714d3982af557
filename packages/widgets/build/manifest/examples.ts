import type { Plugin } from '@custom-elements-manifest/analyzer';
import type { JavaScriptModule } from 'custom-elements-manifest';
import { ts } from './analyzer.ts';

/** Keeps the `@example`s of a class, which the analyzer leaves out and the documentation shows. */
export const examples: Plugin = {
  name: 'examples',
  analyzePhase({ node, moduleDoc }) {
    if (!ts.isClassDeclaration(node)) return;
    const { declarations = [] } = moduleDoc as JavaScriptModule;
    const declaration = declarations.find(({ name }) => name === node.name?.text);
    const found = ts
      .getJSDocTags(node)
      .filter(({ tagName }) => tagName.text === 'example')
      .map(({ comment }) => ts.getTextOfJSDocComment(comment) ?? '');
    if (declaration && found.length > 0) Object.assign(declaration, { examples: found });
  },
};
