import { sessionTokens, type GetToken } from '@wee5/client';

/** Tokens of the member that Whop names to the page's own origin. */
export function whopTokens(experienceId: string): GetToken {
  return sessionTokens({ apiUrl: location.origin, experienceId });
}
