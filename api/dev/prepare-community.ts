import { DEFAULT_CURVE, DEFAULT_TOP_LEVEL, levelThresholds, rulesSchema } from '@wee5/contract';
import type { DatabaseFunctions } from '../src/database/functions.ts';
import { personas } from './personas.ts';
import type { SimulatedCommunity } from './simulated-community.ts';

/** Level, type, name and what it is, of the rewards the demo community offers. */
const rewards = [
  [3, 'badge', 'Regular', 'A badge beside your name.'],
  [5, 'role', 'Inner circle', 'Opens the members-only channel.'],
  [8, 'custom', 'One month free', 'A promo code for your next renewal.'],
  [10, 'custom', 'Call with the founder', 'Thirty minutes, your agenda.'],
] as const;

/** What the demo pays beside messages and reactions. */
const rules = rulesSchema.parse({
  sources: {
    reaction_received: { xp: 2 },
    lesson: { xp: 25 },
    membership: { xp: 50 },
    payment: { xpPerUnit: 1 },
  },
});

/** Fills a community that is still empty: rewards, and the messages its members had written before. */
export async function prepareCommunity(
  functions: DatabaseFunctions,
  community: SimulatedCommunity,
  communityId: string,
  print: (line: string) => void,
): Promise<void> {
  if (await functions.getCommunity(communityId)) return;
  // The page is for everybody, also where communities begin for their members alone.
  const thresholds = levelThresholds(DEFAULT_CURVE, DEFAULT_TOP_LEVEL);
  await functions.ensureCommunities([communityId], { visibility: 'public', levelThresholds: thresholds });
  await saveRules(functions, communityId, thresholds);
  const messages = personas.reduce((sum, { history }) => sum + history, 0);
  print(`Filling an empty community: ${messages} signed messages from the past…`);
  await Promise.all(personas.map((persona) => community.backlog(persona, persona.history)));
  for (const [levelRequirement, type, name, description] of rewards) {
    await functions.createReward({ communityId, levelRequirement, type, name, description });
  }
}

async function saveRules(functions: DatabaseFunctions, communityId: string, levels: number[]): Promise<void> {
  const configuration = await functions.getConfiguration(communityId);
  if (!configuration) return;
  await functions.saveConfiguration({
    communityId,
    expectedVersion: configuration.version,
    document: { ...configuration.document, rules },
    levelThresholds: levels,
    savedBy: personas[0]?.id ?? '',
    at: new Date().toISOString(),
  });
}
