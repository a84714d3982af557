import { DEFAULT_RULES, type ConfigDocument } from '@wee5/contract';

/** What a new community starts with, but for a curve that a few activities climb. */
export const plainDocument: ConfigDocument = {
  name: null,
  visibility: 'public',
  timeZone: 'UTC',
  theme: {},
  chatXp: 15,
  replyXp: 20,
  reactionXp: 5,
  cooldownSeconds: 60,
  curve: { kind: 'linear', xpPerLevel: 30 },
  topLevel: 50,
  levels: [],
  demotion: 'follow',
  rules: DEFAULT_RULES,
};
