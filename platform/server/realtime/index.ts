export type { ChannelRule, Realtime } from './types.ts';
