export { createPrivacy } from './privacy.ts';
export type { PersonalData, Privacy, PrivacyRegister } from './types.ts';
