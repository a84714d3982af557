import { createServer, type RequestListener, type Server } from 'node:http';
import type { Router } from 'express';
import { createApp } from './app.ts';
import { readEnvironment, toConfig, type Config, type Environment } from './config.ts';
import { closeContext, createContext, type AppContext, type ContextOverrides } from './context.ts';
import { listen } from './listen.ts';
import { logRequest } from './middleware/log-request.ts';
import { identifyRequest } from './middleware/request-id.ts';
import { setSecurityHeaders } from './middleware/security-headers.ts';
import { createWebhook, isWebhook } from './routes/webhook.ts';
import { keepSecret } from './secret.ts';
import { createStopper } from './stop-listening.ts';

export interface ServerOverrides extends ContextOverrides {
  /** Read instead of `api/.env` and the process's environment. */
  environment?: Environment;
  /** Where the made webhook secret is shown, once; standard error unless given. */
  print?: (line: string) => void;
  /** Addresses beside the API's own, such as the demo page's. */
  routes?: Router;
}

export interface RunningServer {
  /** Where this machine reaches the server, without a trailing slash. */
  readonly url: string;
  readonly context: AppContext;
  /** Finishes what was begun, commits what was accepted, lets go of everything. Safe to call twice. */
  stop(): Promise<void>;
}

/** Environment → context → listening server. Rejects with an error that says what to do where it cannot start. */
export async function startServer(overrides: ServerOverrides = {}): Promise<RunningServer> {
  const config = await withSecret(toConfig(overrides.environment ?? readEnvironment()), overrides.print);
  const context = await createContext(config, overrides);
  const server = createHttpServer(context, overrides.routes);
  try {
    const url = await listen(server, config.server);
    announce(context, url);
    return { url, context, stop: stopServer(server, context) };
  } catch (error) {
    await closeContext(context);
    throw error;
  }
}

function stopServer(server: Server, context: AppContext): () => Promise<void> {
  const stop = createStopper(server, () => closeContext(context));
  return async () => {
    const stopped = stop();
    // Streams never end by themselves.
    await context.live.close();
    await stopped;
  };
}

/** The webhook stands in front of Express; both share request ids, security headers and the log line. */
export function createHttpServer(context: AppContext, routes?: Router): Server {
  const app: RequestListener = createApp(context, routes);
  const webhook = createWebhook(context);
  const server = createServer((request, response) => {
    identifyRequest(request, response);
    setSecurityHeaders(response);
    logRequest(context.log, request, response);
    if (isWebhook(request)) void webhook(request, response);
    else app(request, response);
  });
  server.headersTimeout = 10_000;
  server.requestTimeout = 30_000;
  // Longer than the idle time of common load balancers, which would otherwise reuse a connection we just closed.
  server.keepAliveTimeout = 65_000;
  return server;
}

async function withSecret(
  config: Config,
  print: (line: string) => void = (line) => process.stderr.write(`${line}\n`),
): Promise<Config> {
  if (config.webhookSecrets.length > 0) return config;
  const { secret, path, made } = await keepSecret(config.dataDirectory);
  if (made)
    print(`WHOP_WEBHOOK_SECRET is not set: made ${secret} and kept it in ${path}; it is not shown again.`);
  return Object.freeze({ ...config, webhookSecrets: Object.freeze([secret]) });
}

function announce({ database, marks, log }: AppContext, url: string): void {
  const parts = { url, database: database.name, marks: marks.name };
  log.info(parts, `Wee5 listens on ${url}, database: ${database.name}, marks: ${marks.name}`);
}
