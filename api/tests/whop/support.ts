import type { WhopSimulator } from '../../dev/whop-simulator/whop-simulator.ts';
import { WhopClient, type WhopClientOptions } from '../../src/whop/client.ts';

/** A client of the simulator, with its key. */
export function clientOf(whop: WhopSimulator, options: Partial<WhopClientOptions> = {}): WhopClient {
  const { WHOP_APP_ID: appId = '', WHOP_API_KEY: apiKey = '', WHOP_API_URL: apiUrl = '' } = whop.environment;
  return new WhopClient({ appId, apiKey, apiUrl, now: () => new Date(), ...options });
}

/** A company with an owner, a customer and a stranger, and one experience. */
export function stateWorld({ world }: WhopSimulator): void {
  const pictureUrl = 'https://assets.whop.com/ana.png';
  world.addUser({ id: 'user_ana', username: 'anad', name: 'Ana Duarte', pictureUrl });
  world.addUser({ id: 'user_ben' });
  world.addUser({ id: 'user_eve' });
  world.addCompany({ id: 'biz_1', title: 'Makers Guild', ownerUserId: 'user_ana' });
  world.addExperience({ id: 'exp_1', companyId: 'biz_1' });
  world.grant('user_ben', 'biz_1', 'customer');
}
