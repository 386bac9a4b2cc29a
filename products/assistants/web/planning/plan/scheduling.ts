/** How dates are reckoned. */
export interface Scheduling {
  readonly basis: 'likely' | 'mean' | 'optimistic' | 'pessimistic';
  readonly levelling: 'none' | 'min_lst' | 'min_lft';
  readonly by: 'day' | 'week';
}

export const bases = ['likely', 'mean', 'optimistic', 'pessimistic'] as const;
export const levellings = ['none', 'min_lst', 'min_lft'] as const;
export const usual: Scheduling = { basis: 'likely', levelling: 'none', by: 'week' };
