import type { RoleDefinition } from '../role.ts';
import { architect } from './architect.ts';
import { businessAnalyst } from './business-analyst.ts';
import { developer } from './developer.ts';
import { projectManager } from './project-manager.ts';
import { tester } from './tester.ts';

export { groundRules } from './ground-rules.ts';

/** The five assistants every company has, in the order people see them. */
export const builtInRoles: ReadonlyMap<string, RoleDefinition> = new Map([
  ['architect', architect],
  ['developer', developer],
  ['tester', tester],
  ['project-manager', projectManager],
  ['business-analyst', businessAnalyst],
]);
