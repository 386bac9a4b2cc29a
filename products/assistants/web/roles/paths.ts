/** Addresses of this area. */
export const rolesPath = '/assistants/roles';
export const rolePath = (role: string): string => `${rolesPath}/${role}`;
