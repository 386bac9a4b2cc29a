export type { PersonalData, Privacy } from './types.ts';
