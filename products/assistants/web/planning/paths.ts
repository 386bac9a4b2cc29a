/** Where a plan stands that was not saved yet. */
export const unsaved = 'new';

export const plansPath = '/assistants/plans';
export const planPath = (id: string): string => `${plansPath}/${id}`;
