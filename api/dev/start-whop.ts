import { personas } from './personas.ts';
import { WhopSimulator } from './whop-simulator/whop-simulator.ts';

/**
 * Whop on loopback for the demo: everybody in its community, with names and pictures. At `port` where that is free,
 * so that the pictures' addresses are still good after a restart.
 */
export async function startWhop(companyId: string, port: number): Promise<WhopSimulator> {
  const whop = await WhopSimulator.start({ port }).catch(() => WhopSimulator.start());
  for (const { id, username, name } of personas) {
    whop.world.addUser({ id, username, name, pictureUrl: whop.pictureUrlOf(id) });
    whop.world.grant(id, companyId, 'customer');
  }
  whop.world.addCompany({ id: companyId, title: 'Demo community', ownerUserId: personas[0]?.id ?? '' });
  whop.world.addExperience({ id: 'exp_simulated', companyId });
  // After a pause the server asks what it missed; the demo's own sender keeps no record, so there is nothing.
  whop.addWebhook({ url: 'http://127.0.0.1/api/webhook' });
  return whop;
}

/** What the demo's server is started with; nothing that the user has set is touched. */
export function withWhop(environment: NodeJS.ProcessEnv, whop: WhopSimulator | undefined): NodeJS.ProcessEnv {
  if (!whop) return environment;
  // The webhook's secret stays the server's own: the example script finds it in the data directory.
  const { WHOP_WEBHOOK_SECRET: _, ...simulated } = whop.environment;
  return { ...environment, ...simulated };
}

/** Whether the user brings a Whop app of their own. */
export function hasWhopApp({ WHOP_APP_ID, WHOP_API_KEY }: NodeJS.ProcessEnv): boolean {
  return [WHOP_APP_ID, WHOP_API_KEY].some((value) => value?.trim());
}

/** The port beside the server's own; any free one where the server's is not known before it starts. */
export function whopPort({ PORT }: NodeJS.ProcessEnv): number {
  const port = Number(PORT?.trim() || 3000);
  return port > 0 && port < 65_535 ? port + 1 : 0;
}
