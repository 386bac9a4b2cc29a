export { questsWeb } from './module.ts';
