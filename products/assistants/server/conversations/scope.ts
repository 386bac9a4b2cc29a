import { isId } from '#base/ids';
import type { MemoryScope } from '#capabilities/memory/server';
import type { Workspace } from '#capabilities/tenants/server';
import type { Scope } from '#platform/server/database';

/** Whose rows: a person's in a company. */
export type PrivateOwner = Pick<Workspace, 'companyId' | 'userId'>;

/** Private rows: of one person in one company. */
export function privateScope({ companyId, userId }: PrivateOwner): Required<Scope> {
  return { tenant: companyId, owner: userId };
}

/** What an assistant remembers of a person: apart for each company and each assistant. */
export function memoryScope({ companyId, userId }: PrivateOwner, role: string): MemoryScope {
  return { ownerId: userId, agentId: `assistants/${companyId}/${role}` };
}

/** The company of an agent's name that `memoryScope` made; undefined for agents of others. */
export function companyOfAgent(agentId: string): string | undefined {
  const [product, companyId] = agentId.split('/');
  return product === 'assistants' && companyId !== undefined && isId(companyId) ? companyId : undefined;
}
