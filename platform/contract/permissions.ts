/**
 * The closed vocabulary of permissions (docs/contracts). Modules say in their manifest which of these they
 * ask for and which seeded roles hold them; grants live in tables.
 */
export const permissions = [
  'manage_memory',
  'manage_user_roles',
  'can_lock_users',
  'edit_user_profiles',
  'view_audit',
  'view_metrics',
  'manage_models',
  'can_edit_quests',
  'write_quests',
  'manage_play',
  'manage_shop',
  'view_analytics',
  'moderate_reviews',
  'moderate_content',
  'manage_payments',
  'manage_doctors',
  'dispatch_visits',
  'read_medical_records',
  'broadcast',
  'view_conversations',
  'manage_assistants',
  'manage_risks',
  'manage_tenants',
] as const;

export type Permission = (typeof permissions)[number];

/** Roles that exist from the first start. Further roles are rows that administrators make. */
export const seededRoles = [
  'user',
  'patient',
  'doctor',
  'dispatcher',
  'author',
  'moderator',
  'manager',
  'analyst',
  'admin',
] as const;

export type SeededRole = (typeof seededRoles)[number];
