import type { PersonalData, Privacy, PrivacyRegister } from './types.ts';

/**
 * Makes the register of what modules keep about people. Add modules in order of dependence: what another one
 * builds on comes first, so it is erased last. Adding a name twice is an error.
 */
export function createPrivacy(): PrivacyRegister {
  const holders = new Map<string, PersonalData>();
  const privacy: Privacy = {
    async export(userId) {
      const result: Record<string, unknown> = {};
      for (const [module, data] of holders) result[module] = await data.export(userId);
      return result;
    },
    async erase(tx, userId) {
      // One after the other: a transaction is one connection, and foreign keys point downwards.
      for (const data of [...holders.values()].reverse()) await data.erase(tx, userId);
    },
  };
  return {
    ...privacy,
    add(module, data) {
      if (holders.has(module)) throw new Error(`Module ${module} declared its personal data twice`);
      holders.set(module, data);
    },
  };
}
