export { memoryAgentWeb } from './module.ts';
