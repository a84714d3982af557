import type { Package } from 'custom-elements-manifest';
import type { WidgetDeclaration } from './create-manifest.ts';

/** An element of the manifest, and where its package has it: `rank-card` for `@wee5/widgets/rank-card`. */
export interface Widget extends WidgetDeclaration {
  entry: string;
}

/** The elements of a manifest, by their tags' alphabet. */
export function widgetsOf({ modules }: Package): Widget[] {
  const found = modules.flatMap(({ path, declarations = [] }) =>
    declarations.map((declaration) => ({
      ...(declaration as WidgetDeclaration),
      entry: path.split('/').at(-2) ?? '',
    })),
  );
  return found.toSorted((a, b) => a.tagName.localeCompare(b.tagName, 'en'));
}
