import type { TestRunnerPlugin } from '@web/test-runner';
import type { CDPSession, Page } from 'puppeteer-core';

// What is emulated ends with the connection that asked for it.
const connections = new WeakMap<Page, CDPSession>();

/** Lets a test say what the system prefers: `executeServerCommand('media', { 'forced-colors': 'active' })`. */
export const emulateMedia: TestRunnerPlugin = {
  name: 'emulate-media',
  async executeCommand({ command, payload, session }) {
    if (command !== 'media') return undefined;
    const page = (session.browser as unknown as { getPage(id: string): Page }).getPage(session.id);
    const devtools = connections.get(page) ?? (await page.createCDPSession());
    connections.set(page, devtools);
    const features = Object.entries(payload as Record<string, string>).map(([name, value]) => ({
      name,
      value,
    }));
    await devtools.send('Emulation.setEmulatedMedia', { features });
    return true;
  },
};
