/** What one plan may hold: enough for a programme of work, small enough to answer at once. */
export const limits = {
  tasks: 10_000,
  links: 50_000,
  resources: 2_000,
  calendars: 200,
  exceptions: 2_000,
  /** Days that the exceptions of one calendar cover. */
  exceptionDays: 20_000,
  risks: 2_000,
  /** Working hours of one task, one lag or one impact. */
  hours: 100_000,
  /** Years from the start that a plan may need. */
  years: 100,
  idLength: 100,
  nameLength: 500,
  /** Faults told about one plan. */
  faults: 500,
} as const;
