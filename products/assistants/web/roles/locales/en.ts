export const messages = {
  title: 'Assistants',
} as const;
