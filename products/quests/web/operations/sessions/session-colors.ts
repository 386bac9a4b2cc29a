export const sessionColors = { active: 'info', finished: 'success', abandoned: 'default' } as const;
