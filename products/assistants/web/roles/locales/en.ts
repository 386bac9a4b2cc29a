export const messages = {
  title: 'Assistants',
};
