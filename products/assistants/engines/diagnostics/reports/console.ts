import type { CreateReporter } from './report.ts';

/** A line for each finding, `path:line:column severity message (key)`, one-based as editors show them. */
export const consoleReporter: CreateReporter = ({ language }) => {
  const counts = new Map<string, number>();
  return {
    start: () => '',
    file: ({ path, findings }) =>
      findings
        .map(({ range, severity, message, key }) => {
          counts.set(severity, (counts.get(severity) ?? 0) + 1);
          return `${path}:${range.start.line + 1}:${range.start.character + 1} ${severity} ${message[language]} (${key})\n`;
        })
        .join(''),
    end() {
      const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
      const parts = [...counts].map(([severity, count]) => `${severity} ${count}`).join(', ');
      const none = language === 'ru' ? 'Замечаний нет.' : 'No findings.';
      return total === 0
        ? `${none}\n`
        : `\n${language === 'ru' ? 'Замечаний' : 'Findings'}: ${total} (${parts})\n`;
    },
  };
};
