import { xmlText } from '#products/assistants/engines/xml';
import type { CreateReporter } from './report.ts';

/** JUnit XML: a suite for each module with findings, a failed case for each rule. */
export const junitReporter: CreateReporter = ({ language }) => ({
  start: () => '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="quintet-bsl">\n',
  file({ path, findings }) {
    if (findings.length === 0) return '';
    const byKey = Map.groupBy(findings, ({ key }) => key);
    const cases = [...byKey].map(([key, found]) => {
      const first = found[0]?.message[language] ?? key;
      const lines = found.map(
        ({ range, message }) => `${range.start.line + 1}:${range.start.character + 1} ${message[language]}`,
      );
      return (
        `    <testcase name="${xmlText(key)}" classname="${xmlText(path)}">` +
        `<failure type="${found[0]?.severity ?? ''}" message="${xmlText(first)}">${xmlText(lines.join('\n'))}</failure></testcase>\n`
      );
    });
    const count = byKey.size;
    return `  <testsuite name="${xmlText(path)}" tests="${count}" failures="${count}">\n${cases.join('')}  </testsuite>\n`;
  },
  end: () => '</testsuites>\n',
});
