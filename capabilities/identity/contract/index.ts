export { ApiKey, createApiKey, listApiKeys, revokeApiKey } from './api-keys.ts';
export { AuditEntry, listAudit } from './audit.ts';
export { AccessChanged, UserDeleted, UserRegistered } from './events.ts';
export { getJwks } from './keys.ts';
export { deleteMe, exportMe, getProfile, Profile, updateProfile } from './profile.ts';
export {
  changePassword,
  forgotPassword,
  register,
  resendCode,
  resetPassword,
  verifyEmail,
} from './registration.ts';
export { deleteRole, listPermissions, listRoles, Role, saveRole } from './roles.ts';
export {
  disableSecondFactor,
  enableSecondFactor,
  setupSecondFactor,
  verifySecondFactor,
} from './second-factor.ts';
export {
  DeviceSession,
  issueWsTicket,
  listSessions,
  login,
  logout,
  refresh,
  revokeOtherSessions,
  revokeSession,
} from './sessions.ts';
export {
  completeSocial,
  confirmSocial,
  finishSocial,
  linkSocial,
  listProviders,
  ProviderName,
  socialLandingPath,
  startSocial,
  unlinkSocial,
} from './social.ts';
export { Challenge, clientHeader, csrfCookie, csrfHeader, refreshCookie, SignedIn } from './tokens.ts';
export {
  getUser,
  listUsers,
  lockUser,
  PermissionOverride,
  setUserOverrides,
  setUserRoles,
  UserAccount,
  unlockUser,
  updateUser,
} from './users.ts';
