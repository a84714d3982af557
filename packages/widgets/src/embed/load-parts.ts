/**
 * The lazy parts of the script tag. The build turns each `import('./file.ts')` of the sources into `load('…')` with the
 * names of the files that it takes, and each part into a module that is handed what it shares with the script.
 * A file's name carries the SHA-256 of its bytes, so that the script's own hash covers all of its parts.
 */
export type Exports = Record<string, unknown>;

/** Runs a file with what it needs: `exports` stands for what it gives, other names for files that ran before. */
export type Define = (needs: string[], run: (...needs: Exports[]) => void) => void;

/** Loads parts beside the script, what they need first; gives what the last one exports. A failure is not kept. */
export type Load = (...files: string[]) => Promise<Exports>;

interface Part {
  default: (define: Define, load: Load) => void;
}

const same = (text: string): string => text;

/** As much of Trusted Types as is used here; the types of the DOM do not know them yet. */
interface TrustedTypes {
  createPolicy(name: string, rules: Record<string, typeof same>): { createScriptURL: typeof same };
}
const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };

/** For Lit too, whose own is left out by the build, so that a page has one name to allow. */
export const policy = trustedTypes?.createPolicy('lit-html', { createHTML: same, createScriptURL: same });

/**
 * @param core the name under which parts ask for the script's own modules
 * @returns how the script runs itself, and how it loads its parts
 */
export function createLoader(core: string): [Define, Load] {
  // Read while the script runs: it is not known later, and a script of another origin has no address for `import`.
  const script = document.currentScript as HTMLScriptElement | null;
  const { src = location.href, nonce = '' } = script ?? {};
  const modules: Record<string, Exports> = {};
  const failures: Record<string, number> = {};
  const loading: Record<string, Promise<Part>> = {};

  const define =
    (name: string): Define =>
    (needs, run) => {
      const exports: Exports = {};
      run(...needs.map((need) => (need === 'exports' ? exports : modules[need]!)));
      modules[name] = exports;
    };

  const fetchPart = async (file: string): Promise<Part> => {
    try {
      // Browsers remember what failed, by its address.
      const url = new URL(failures[file] ? `${file}?${failures[file]}` : file, src).href;
      await check(url, { integrity: integrityOf(file), nonce });
      return (await import(url)) as Part;
    } catch (error) {
      failures[file] = (failures[file] ?? 0) + 1;
      delete loading[file];
      throw error;
    }
  };

  const load: Load = async (...files) => {
    const parts = await Promise.all(files.map((file) => (loading[file] ??= fetchPart(file))));
    const names = files.map((file) => `./${file.split('.')[0]}`);
    for (const [index, name] of names.entries()) {
      if (!modules[name]) parts[index]!.default(define(name), load);
    }
    return modules[names.at(-1)!]!;
  };

  return [define(core), load];
}

/** `name.<SHA-256 in base64url>.js` */
function integrityOf(file: string): string {
  const hash = file.split('.')[1]!.replaceAll('-', '+').replaceAll('_', '/');
  return `sha256-${hash}=`;
}

/**
 * Lets the browser put a module where `import` finds it, if it has these bytes. `import` itself takes no hash, and not
 * every browser heeds that of a `modulepreload`.
 */
async function check(href: string, attributes: { integrity: string; nonce: string }): Promise<void> {
  const script = document.createElement('script');
  const src = policy?.createScriptURL(href) ?? href;
  Object.assign(script, { type: 'module', crossOrigin: 'anonymous', ...attributes, src });
  try {
    await new Promise((resolve, reject) => {
      script.addEventListener('load', resolve);
      script.addEventListener('error', () => reject(new Error(`Wee5 could not load ${href}`)));
      (document.head ?? document.documentElement).append(script);
    });
  } finally {
    script.remove();
  }
}
