/**
 * The script tag. It reads what the page's widgets share from its own element, then defines them:
 *
 * ```html
 * <script async src="https://api.example.com/widgets/v1/wee5.js" data-community="biz_demo"></script>
 * ```
 *
 * `data-api` is the script's own origin if not given. A second script tag changes nothing.
 */
import { configure, getDefaults } from './config.ts';
import type { Theme } from './internal/theme.ts';

declare global {
  var Wee5: { configure: typeof configure } | undefined;
}

// Only a classic script knows its own element, and only while it runs.
const script = document.currentScript as HTMLScriptElement | null;

if (!globalThis.Wee5) {
  globalThis.Wee5 = { configure };
  if (script) configure({ ...readDefaults(script), ...getDefaults() });
  await import('./define.ts');
}

function readDefaults({ src, dataset }: HTMLScriptElement) {
  return {
    community: dataset['community'],
    api: dataset['api'] ?? (src ? new URL(src).origin : undefined),
    publicKey: dataset['key'],
    theme: dataset['theme'] as Theme | undefined,
  };
}
