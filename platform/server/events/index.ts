export { createEvents, type EventBus, type EventsOptions, eventMigrations } from './events.ts';
export type { Delivery, Events, Listener } from './types.ts';
