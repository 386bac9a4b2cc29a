import type { RoleDefinition } from '../../contract/index.ts';

export type { RoleDefinition } from '../../contract/index.ts';

/** An assistant as a company has it now. */
export interface Role {
  readonly name: string;
  readonly builtIn: boolean;
  /** 0: as it came with the product. */
  readonly version: number;
  readonly updatedAt: Date | undefined;
  readonly definition: RoleDefinition;
}

export interface RoleVersion {
  readonly version: number;
  readonly note: string;
  readonly authorId: string | undefined;
  readonly createdAt: Date | undefined;
  readonly definition: RoleDefinition;
}
