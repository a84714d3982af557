import { Builder, Capabilities, Key as Keys, type WebDriver } from 'selenium-webdriver';
import type { Engine, Key, Tab } from './engine.ts';
import { findProgram } from './find-program.ts';
import { startWebkitDriver } from './webkit-driver.ts';

/** What WebKitGTK calls the least of browsers around it; where Debian and Fedora put it. */
const findBrowser = () =>
  findProgram(
    ...['x86_64-linux-gnu/', 'aarch64-linux-gnu/', ''].flatMap((place) =>
      ['4.1', '6.0', '4.0'].map((version) => `/usr/lib/${place}webkit2gtk-${version}/MiniBrowser`),
    ),
    '/usr/libexec/webkit2gtk-4.1/MiniBrowser',
  );

const needed = {
  WebKitWebDriver: findProgram('WebKitWebDriver'),
  MiniBrowser: findBrowser(),
  Xvfb: findProgram('Xvfb'),
};

/** WebKitGTK: the engine that Safari is made with, and not Safari itself. */
export const webkit: Engine = {
  name: 'WebKit',
  missing() {
    const missing = Object.entries(needed).filter(([, path]) => !path);
    if (missing.length === 0) return undefined;
    const names = missing.map(([name]) => name).join(' and ');
    return `WebKitGTK lacks ${names} (apt-get install webkit2gtk-driver xvfb)`;
  },
  async launch(taste) {
    const { MiniBrowser, Xvfb, WebKitWebDriver } = needed;
    const driver = await startWebkitDriver({
      xvfb: Xvfb!,
      driver: WebKitWebDriver!,
      isCalm: taste === 'calm',
    });
    const browser = { binary: MiniBrowser, args: ['--automation'] };
    const wanted = new Capabilities({ browserName: 'MiniBrowser', 'webkitgtk:browserOptions': browser });
    const session = await new Builder().usingServer(driver.url).withCapabilities(wanted).build();
    const close = async () => {
      await session.quit();
      await driver.stop();
    };
    const version = String((await session.getCapabilities()).get('browserVersion'));
    return { version: `WebKitGTK ${version}`, tab: new WebkitTab(session), close };
  },
};

const keys: Record<Key, string> = {
  Tab: Keys.TAB,
  Enter: Keys.ENTER,
  ArrowLeft: Keys.ARROW_LEFT,
  ArrowRight: Keys.ARROW_RIGHT,
  Escape: Keys.ESCAPE,
};

class WebkitTab implements Tab {
  readonly #session: WebDriver;

  constructor(session: WebDriver) {
    this.#session = session;
  }

  open(url: string): Promise<void> {
    return this.#session.get(url);
  }

  async evaluate<T>(expression: string): Promise<T> {
    const run = `const done = arguments[0];
      Promise.resolve().then(() => (${expression})).then((value) => done({ value }), (error) => done({ error: String(error) }))`;
    const { value, error } = await this.#session.executeAsyncScript<{ value: T; error?: string }>(run);
    if (error) throw new Error(error);
    return value;
  }

  press(key: Key): Promise<void> {
    return this.#session.actions().sendKeys(keys[key]).perform();
  }

  back(): Promise<void> {
    return this.#session.navigate().back();
  }
}
