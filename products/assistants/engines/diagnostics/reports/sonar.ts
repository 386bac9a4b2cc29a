import type { RuleType } from '../rule.ts';
import { type CreateReporter, separated } from './report.ts';

const types: Readonly<Record<RuleType, string>> = {
  error: 'BUG',
  smell: 'CODE_SMELL',
  vulnerability: 'VULNERABILITY',
  hotspot: 'SECURITY_HOTSPOT',
};

/** SonarQube's generic issue format: lines from 1, columns from 0. */
export const sonarReporter: CreateReporter = ({ language }) => {
  const comma = separated(',\n');
  return {
    start: () => '{"issues":[\n',
    file: ({ path, findings }) =>
      comma(
        findings
          .map(({ key, type, severity, minutes, message, range, related }) => {
            const location = (where: typeof range, words: string): unknown => ({
              message: words,
              filePath: path,
              textRange: {
                startLine: where.start.line + 1,
                endLine: where.end.line + 1,
                startColumn: where.start.character,
                endColumn: where.end.character,
              },
            });
            return JSON.stringify({
              engineId: 'quintet-bsl',
              ruleId: key,
              severity: severity.toUpperCase(),
              type: types[type],
              effortMinutes: minutes,
              primaryLocation: location(range, message[language]),
              secondaryLocations: related.map((other) => location(other.range, other.message[language])),
            });
          })
          .join(',\n'),
      ),
    end: () => '\n]}\n',
  };
};
