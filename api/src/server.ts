import type { Server } from 'node:http';
import type { Router } from 'express';
import { readEnvironment, toConfig, type Config, type Environment } from './config.ts';
import { closeContext, createContext, type AppContext, type ContextOverrides } from './context.ts';
import { createHttpServer, type HttpLimits } from './http-server.ts';
import { listen } from './listen.ts';
import { keepSecret } from './secret.ts';
import { createStopper } from './stop-listening.ts';

export interface ServerOverrides extends ContextOverrides {
  /** Read instead of `api/.env` and the process's environment. */
  environment?: Environment;
  /** Where the made webhook secret is shown, once; standard error unless given. */
  print?: (line: string) => void;
  /** Addresses beside the API's own, such as the demo page's. */
  routes?: Router;
  /** How long callers may take, and how large a head may be. */
  httpLimits?: Partial<HttpLimits>;
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
  const server = createHttpServer(context, { routes: overrides.routes, limits: overrides.httpLimits });
  try {
    const url = await listen(server, config.server);
    announce(context, url);
    context.reconciliation.start();
    context.upkeep.start();
    context.levels.start();
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
