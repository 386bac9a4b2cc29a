export { migrationSources } from './bring-up-to-date.ts';
export { StartRefused } from './select.rules.ts';
export { type App, type StartOptions, startApp } from './start.ts';
