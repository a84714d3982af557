import axe from 'axe-core';
import { format, resolveConfig } from 'prettier';
import type { Checked } from './check-states.ts';
import { settings } from './settings.ts';

/** Where the results are published. */
export const reportFile = new URL('../../../../docs/accessibility.md', import.meta.url);

/** The results in words: the same results make the same words, so that a test can tell when they are out of date. */
export async function writeReport(checked: Checked[]): Promise<string> {
  const config = await resolveConfig(reportFile);
  return format([introduction(checked), table(checked), rules(checked), beyond].join('\n\n'), {
    ...config,
    parser: 'markdown',
  });
}

function introduction(checked: Checked[]): string {
  const violations = checked.flatMap((it) => it.violations).length;
  return `# Accessibility

<!-- Written by \`npx pnpm@10 contact-sheet --accept\`; a test compares it with what axe says. -->

[axe](https://github.com/dequelabs/axe-core) ${axe.version} looked at every state of every widget in a real Chromium, in
${settings.length} settings: ${settings.map(({ name }) => name).join(', ')}. It checks WCAG 2.2 A and AA and what axe
calls good practice. **${checked.length} checks, ${violations} violations.** The same check runs with \`npx pnpm@10 test\`,
and one violation fails it.

“Rules” counts the rules that had something to look at in that state. “To decide” names what axe leaves to people; how
that was decided stands below.`;
}

function table(checked: Checked[]): string {
  const rows = [...Map.groupBy(checked, ({ widget, state }) => `${widget}|${state}`).values()].map(
    (results) => {
      const { widget, state } = results[0]!;
      const passed = distinct(results.flatMap((it) => it.passed));
      const undecided = distinct(results.flatMap((it) => it.undecided));
      const violations = results.flatMap((it) => it.violations).length;
      return `| \`<wee5-${widget}>\` | ${state.replaceAll('|', String.raw`\|`)} | ${passed.length} | ${violations} | ${undecided.join(', ')} |`;
    },
  );
  return ['| Widget | State | Rules | Violations | To decide |', '| - | - | -: | -: | - |', ...rows].join(
    '\n',
  );
}

function rules(checked: Checked[]): string {
  const ids = distinct(checked.flatMap((it) => it.passed)).map((id) => `\`${id}\``);
  return `## Rules\n\nThe ${ids.length} rules that held: ${ids.join(', ')}.`;
}

function distinct(words: string[]): string[] {
  return [...new Set(words)].toSorted();
}

const source = '../packages/widgets';

const beyond = `## What axe cannot check, and how it was checked

- **Contrast that axe leaves undecided** (text above pictures, shapes or a surface mixed by the browser) is computed from
  the painted colours, also for extreme accents: 7:1 for text, 4.5:1 for secondary text, 3:1 for shapes
  ([look.test.ts](${source}/src/styles/look.test.ts)).
- **Keyboard**: a test presses Tab through every state, forwards and backwards. Each stop is visible and has an outline,
  and no widget keeps the focus ([keyboard.test.ts](${source}/tests/visual/keyboard.test.ts)).
- **Spoken changes**: one polite live region per widget, which speaks not more often than every five seconds and tells
  the newest ([moves.test.ts](${source}/src/components/leaderboard/moves.test.ts)).
- **Less motion**: where the system prefers it, numbers, rings and rows change at once; each widget's tests ask for it
  ([rank-card.test.ts](${source}/src/components/rank-card/rank-card.test.ts)).
- **Forced colours and mirroring**: shapes keep a colour of the system, and pages that read from right to left mirror the
  layout but not the sentences ([look.test.ts](${source}/src/styles/look.test.ts)). Pictures of both are compared with
  accepted ones ([looks.test.ts](${source}/tests/visual/looks.test.ts)).
- **Not tested by machine**: how screen readers pronounce it. The roles and names that they read are part of the tests.
`;
