import * as analyzer from '@custom-elements-manifest/analyzer';
import type { InitializeParams, Plugin } from '@custom-elements-manifest/analyzer';
// @ts-expect-error: the analyzer has this for its command alone, without types.
import { litPlugin as untyped } from '@custom-elements-manifest/analyzer/src/features/framework-plugins/lit/lit.js';
import type { Package } from 'custom-elements-manifest';

export type TypeScript = InitializeParams['ts'];
export type Program = ReturnType<TypeScript['createProgram']>;
export type SourceFile = ReturnType<Program['getSourceFiles']>[number];

interface Analyzer {
  create: (options: { modules: SourceFile[]; plugins: Plugin[] }) => Package;
  ts: TypeScript;
}

/** What the analyzer's own declarations leave out. */
export const { create, ts } = analyzer as unknown as Analyzer;
export const litPlugin = untyped as () => Plugin[];
