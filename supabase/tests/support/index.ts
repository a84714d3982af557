export { chat, instant, reaction, reply, TODAY } from './activities.ts';
export type { Activity } from './activities.ts';
export { call, functions, rolledBack, rows, run } from './call.ts';
export { community } from './community.ts';
export type { TestCommunity } from './community.ts';
export { messagesDuring } from './messages.ts';
export type { Message } from './messages.ts';
export { changeOf, DOCUMENT, save } from './configuration.ts';
