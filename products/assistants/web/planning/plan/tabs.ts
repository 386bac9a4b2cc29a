/** What is written of a plan first, then what comes out. */
export const tabs = ['table', 'calendars', 'risks', 'costs', 'gantt', 'chance', 'load', 'compare'] as const;

export type TabName = (typeof tabs)[number];
