import { expect, it } from 'vitest';
import { bundle } from '../../../build/bundle.ts';
import { complaintsOf, sees, textOf, type Visitor } from '../visitor.ts';

const script = await bundle();
const card = '<wee5-rank-card user="user_ana"></wee5-rank-card>';
const evil = 'globalThis.tampered = true;';

export function parts(visitor: Visitor): void {
  /** A page whose script comes from somewhere else than the API; what its parts are, asked for the first and again. */
  const addPage = (name: string, answer: (code: string, asked: number) => string) => {
    const { site, engine } = visitor;
    const folder = `/${engine}-${name}`;
    const asked: string[] = [];
    const host = site.url.replace('127.0.0.1', 'localhost');
    site.addFile(`${folder}/wee5.js`, script.code);
    for (const { name: file, code } of script.parts) {
      site.addChanging(`${folder}/${file}`, () => {
        const before = asked.filter((other) => other === file).length;
        asked.push(file);
        return answer(code, before);
      });
    }
    const head = `<script async src="${host}${folder}/wee5.js" data-api="API" data-community="biz_demo"></script>`;
    return { page: site.addPage(`${folder}.html`, { head, body: card }), asked };
  };

  it('lazy parts load with their hash, each once', async () => {
    const { tab } = visitor;
    const { page, asked } = addPage('whole', (code) => code);
    await tab.open(page);
    await sees(tab, 'wee5-rank-card', /Ana Duarte .*Live/);
    expect(asked.length).toBeGreaterThan(1);
    expect(asked).toEqual([...new Set(asked)]);
    expect(await complaintsOf(tab)).toEqual([]);
  });

  it('a part with other bytes never runs, and the card shows its data all the same', async () => {
    const { tab } = visitor;
    const { page } = addPage('tampered', (code) => evil + code);
    await tab.open(page);
    await sees(tab, 'wee5-rank-card', /Ana Duarte .*XP/);
    await expect.poll(() => complaintsOf(tab)).toContainEqual(expect.stringContaining('Did not load'));
    expect(await tab.evaluate('typeof tampered')).toBe('undefined');
    expect(await textOf(tab, 'wee5-rank-card')).not.toContain('Live');
  });

  it('a server that gives other bytes the second time is not asked twice', async () => {
    const { tab } = visitor;
    const { page } = addPage('later', (code, before) => (before ? evil + code : code));
    await tab.open(page);
    await sees(tab, 'wee5-rank-card', /Ana Duarte .*Live/);
    expect(await tab.evaluate('typeof tampered')).toBe('undefined');
  });
}
