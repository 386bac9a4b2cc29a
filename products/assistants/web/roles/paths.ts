/** Addresses of this area. */
export const rolePath = (role: string): string => `/assistants/roles/${role}`;
