export {
  Assistant,
  changeAssistant,
  createAssistant,
  deleteAssistant,
  getAssistant,
  listAssistants,
  listRoleVersions,
  RoleDefinition,
  RoleName,
  RoleParams,
  RoleVersion,
  rollBackAssistant,
} from './role.ts';
