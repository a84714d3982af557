import type { Plugin } from '@custom-elements-manifest/analyzer';
import type { JavaScriptModule } from 'custom-elements-manifest';
import { ts } from './analyzer.ts';

/** Keeps what a class says below its tag: JSDoc reads the paragraphs after `@tag` as part of it. */
export const descriptions: Plugin = {
  name: 'descriptions',
  analyzePhase({ node, moduleDoc }) {
    if (!ts.isClassDeclaration(node)) return;
    const { declarations = [] } = moduleDoc as JavaScriptModule;
    const declaration = declarations.find(({ name }) => name === node.name?.text);
    const tag = ts.getJSDocTags(node).find(({ tagName }) => tagName.text === 'tag');
    const [, text] = /^\S+\s+(.+)$/s.exec(ts.getTextOfJSDocComment(tag?.comment) ?? '') ?? [];
    if (declaration && text) declaration.description = text;
  },
};
