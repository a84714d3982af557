export { chat, instant, membership, payment, reaction, received, reply, TODAY } from './activities.ts';
export type { Activity } from './activities.ts';
export { call, functions, rolledBack, rows, run } from './call.ts';
export { community } from './community.ts';
export { gains } from './gains.ts';
export type { BoardQuery, TestCommunity } from './community.ts';
export { messagesDuring } from './messages.ts';
export type { Message } from './messages.ts';
export { changeOf, DOCUMENT, save } from './configuration.ts';
