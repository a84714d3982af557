import type { Browser, Frame, HTTPRequest, Page } from 'puppeteer-core';

/** The page of Whop's around an app, and the origin that its relay shows the app under. */
const whop = 'https://whop.com';
const relay = 'https://wee5.apps.whop.com';

export interface WhopFrameOptions {
  /** Where the app really is. */
  appUrl: string;
  /** The app's view, such as `/experiences/exp_1`. */
  path: string;
  /** The `x-whop-user-token` of whoever looks at it; undefined where Whop knows nobody. */
  userToken?: (() => Promise<string>) | undefined;
  /** Changes what the app answers, before the page gets it. */
  change?: (path: string, body: string) => string;
  theme?: 'light' | 'dark';
  width?: number;
  height?: number;
}

export interface WhopFrame {
  page: Page;
  frame: Frame;
  /** What went wrong in the page: exceptions, and what its own policy forbade. */
  complaints: string[];
  /** What came through the relay, as `POST /api/v1/sessions`. */
  relayed: string[];
}

/** Arguments for a Chromium that lets pages of `https://whop.com` ask a server on loopback, as they ask a public one. */
export const whopFrameArguments = ['--disable-features=LocalNetworkAccessChecks'];

/** Opens an app's view as Whop does: in a frame, through a relay that adds who the reader is to every request. */
export async function openInWhop(browser: Browser, options: WhopFrameOptions): Promise<WhopFrame> {
  const { width = 900, height = 900, theme, path } = options;
  const page = await browser.newPage();
  const complaints: string[] = [];
  const relayed: string[] = [];
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => {
    if (/Content.Security.Policy|TrustedHTML/i.test(message.text())) complaints.push(message.text());
  });
  await page.setViewport({ width, height });
  if (theme) {
    const cookie = { name: 'whop-frosted-theme', value: `appearance:${theme}`, domain: '.whop.com' };
    await browser.setCookie({ ...cookie, path: '/', secure: true });
  }
  await page.setRequestInterception(true);
  page.on('request', (request) => void answer(request, options, relayed));
  await page.goto(whop);
  const handle = await page.waitForSelector('iframe');
  const frame = await handle?.contentFrame();
  if (!frame) throw new Error(`There is no frame for ${path}.`);
  return { page, frame, complaints, relayed };
}

async function answer(request: HTTPRequest, options: WhopFrameOptions, relayed: string[]): Promise<void> {
  const { appUrl, path, userToken, change } = options;
  const url = new URL(request.url());
  if (url.origin === whop) return request.respond({ contentType: 'text/html', body: around(path) });
  if (url.origin !== relay) return request.continue();
  const method = request.method();
  relayed.push(`${method} ${url.pathname}`);
  const token = await userToken?.();
  const headers = { ...request.headers(), ...(token && { 'x-whop-user-token': token }) };
  const body = method === 'GET' ? undefined : request.postData();
  const response = await fetch(`${appUrl}${url.pathname}${url.search}`, {
    method,
    headers,
    ...(body !== undefined && { body }),
  });
  const text = await response.text();
  await request.respond({
    status: response.status,
    headers: Object.fromEntries(response.headers),
    body: change?.(url.pathname, text) ?? text,
  });
}

function around(path: string): string {
  return `<!doctype html><title>Whop</title><style>body{margin:0}iframe{width:100vw;height:100vh;border:0}</style>
    <iframe src="${relay}${path}" allow="clipboard-write"></iframe>`;
}
