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
export { Invitation, invite, joinCompany, listInvitations, withdrawInvitation } from './invitations.ts';
