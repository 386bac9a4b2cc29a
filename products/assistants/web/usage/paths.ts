export const usagePath = '/assistants/usage';
export const statsPath = (role: string): string => `${usagePath}/${role}`;
