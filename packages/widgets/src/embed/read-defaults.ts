import type { GetToken } from '@wee5/client';
import type { Defaults } from '../config.ts';
import type { Theme } from '../internal/theme.ts';

/** What an attribute may be. Anything else is ignored, and the console says so. */
const forms = {
  community: /^biz_\w+$/,
  api: /^https?:\/\/./,
  key: /^pk_\w+$/,
  theme: /^(auto|light|dark)$/,
  lang: /^[a-z]{2,3}(-\w+)*$/i,
  experience: /^exp_\w+$/,
};

export type Attribute = keyof typeof forms;

/**
 * Reads what the page's widgets share from the script's element. The API is at the script's own origin if not given.
 * With `data-experience` the page is one that Whop opened for a member: Whop names them to the page's own origin alone.
 */
export function readDefaults({ src, dataset }: HTMLScriptElement): Defaults {
  const read = (name: Attribute): string | undefined => {
    const value = dataset[name]?.trim();
    if (!value || forms[name].test(value)) return value || undefined;
    void import('./ignored-attribute.ts').then(({ warn }) => warn(name, value)).catch(() => {});
    return undefined;
  };
  const experienceId = read('experience');
  return {
    community: read('community'),
    api: read('api') ?? (src ? new URL(src).origin : undefined),
    publicKey: read('key'),
    theme: read('theme') as Theme | undefined,
    lang: read('lang'),
    getToken: experienceId ? tokensOf(experienceId) : undefined,
  };
}

/** Visitors load nothing for it; for members it is under way before anything asks. */
function tokensOf(experienceId: string): GetToken {
  const load = () => import('./whop-tokens.ts').then(({ whopTokens }) => whopTokens(experienceId));
  let tokens: Promise<GetToken> | undefined = load();
  // Whoever asks first hears of a failure, and the next one tries again.
  tokens.catch(() => {});
  return async (old) => {
    try {
      return await (
        await (tokens ??= load())
      )(old);
    } catch (error) {
      tokens = undefined;
      throw error;
    }
  };
}
