import { fileURLToPath } from 'node:url';
import express, { Router } from 'express';
import { z } from 'zod';
import { ApiError } from '../src/errors.ts';
import type { DeliveryLog } from './delivery-log.ts';
import { personas, type Persona } from './personas.ts';
import type { SimulatedCommunity } from './simulated-community.ts';
import type { WhopSimulator } from './whop-simulator/whop-simulator.ts';

const actionSchema = z.object({
  action: z.enum(['start', 'stop', 'chat', 'reply', 'react', 'redeliver', 'burst', 'level-up']),
  memberId: z.string().optional(),
});

/** The demo page and its controls; they exist under `pnpm dev` alone. */
export function createDemoRoutes(
  community: SimulatedCommunity,
  log: DeliveryLog,
  whop: WhopSimulator | undefined,
): Router {
  const routes = Router();
  routes.use(express.static(fileURLToPath(new URL('demo', import.meta.url))));
  routes.get('/demo/state', (_request, response) => {
    response.json({
      talking: community.talking,
      members: personas.map(({ id, username, name }) => ({ id, username, name })),
    });
  });
  // What Whop's iframe would carry as x-whop-user-token.
  routes.get('/demo/user-token', async (request, response) => {
    if (!whop) throw new ApiError('not-found', 'Your own Whop app signs its users in: open the app in Whop.');
    const { memberId } = request.query;
    const { id } = findMember(typeof memberId === 'string' ? memberId : undefined);
    response.json({ token: await whop.signUserToken({ userId: id }) });
  });
  routes.get('/demo/deliveries', (_request, response) => log.watch(response));
  routes.post('/demo/actions', express.json(), async (request, response) => {
    const parsed = actionSchema.safeParse(request.body);
    if (!parsed.success) throw new ApiError('validation-failed', z.prettifyError(parsed.error));
    await perform(community, parsed.data.action, findMember(parsed.data.memberId));
    response.json({ talking: community.talking });
  });
  return routes;
}

async function perform(
  community: SimulatedCommunity,
  action: z.infer<typeof actionSchema>['action'],
  member: Persona,
): Promise<void> {
  switch (action) {
    case 'start':
      return community.start();
    case 'stop':
      return community.stop();
    case 'chat':
      return void (await community.chat(member));
    case 'reply':
      return void (await community.reply(member));
    case 'react':
      return void (await community.react(member));
    case 'redeliver':
      return community.redeliver();
    case 'burst':
      return community.burst();
    case 'level-up':
      return community.pushOverLevel(member);
  }
}

function findMember(memberId: string | undefined): Persona {
  const member = personas.find((persona) => persona.id === memberId) ?? personas[0];
  if (!member) throw new ApiError('unknown-member', 'The simulated community has no such member.');
  return member;
}
