export type { Delivery, Events, Listener } from './types.ts';
