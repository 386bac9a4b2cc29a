export {
  Company,
  CompanyRoleName,
  changeMember,
  chooseCompany,
  createCompany,
  getCompany,
  listCompanies,
  listMembers,
  Member,
  removeMember,
  renameCompany,
} from './companies.ts';
export { DeletedCompany, deleteCompany, listDeletedCompanies, restoreCompany } from './deletion.ts';
export {
  confirmByDirectory,
  Directory,
  directoryCallbackPath,
  directoryLandingPath,
  getDirectory,
  removeDirectory,
  returnFromDirectory,
  SignInName,
  setDirectory,
  signInByDirectory,
} from './directory.ts';
export { EntryRules, getEntryRules, setEntryRules } from './entry.ts';
export { CompanyDeleted } from './events.ts';
export { Invitation, invite, joinCompany, listInvitations, withdrawInvitation } from './invitations.ts';
export { listTrail, TrailEntry } from './trail.ts';
