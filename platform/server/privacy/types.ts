import type { Tx } from '../database/index.ts';

/** What a module holds about a person, and how it lets go. */
export interface PersonalData {
  /** A JSON value with everything the module keeps about the person; secrets left out. */
  export(userId: string): Promise<unknown>;
  /** Deletes or anonymises in the transaction; a repeat does nothing. */
  erase(tx: Tx, userId: string): Promise<void>;
}

/** Everything all modules keep about a person. Given to the module that owns accounts. */
export interface Privacy {
  /** By module name. */
  export(userId: string): Promise<Readonly<Record<string, unknown>>>;
  /** In one transaction of the caller, in reverse order of dependence. */
  erase(tx: Tx, userId: string): Promise<void>;
}

/** `Privacy` while the modules are being put together. */
export interface PrivacyRegister extends Privacy {
  add(module: string, data: PersonalData): void;
}
