import type { Rule, Severity } from '../rule.ts';
import { type CreateReporter, separated } from './report.ts';

const levels: Readonly<Record<Severity, 'error' | 'warning' | 'note'>> = {
  blocker: 'error',
  critical: 'error',
  major: 'warning',
  minor: 'note',
  info: 'note',
};

/** GitHub sorts findings of security rules by this number. */
const securitySeverity: Readonly<Record<Severity, string>> = {
  blocker: '9.5',
  critical: '8.0',
  major: '6.0',
  minor: '3.0',
  info: '1.0',
};

const standardUrl = (number: number): string => `https://its.1c.ru/db/v8std#content:${number}:hdoc`;

function describe(rule: Rule, language: 'ru' | 'en'): Readonly<Record<string, unknown>> {
  const isSecurity = rule.type === 'vulnerability' || rule.type === 'hotspot';
  const [standard] = rule.standards;
  return {
    id: rule.key,
    name: rule.key,
    shortDescription: { text: rule.title[language] },
    ...(standard === undefined ? {} : { helpUri: standardUrl(standard) }),
    defaultConfiguration: { level: levels[rule.severity], enabled: rule.isActive },
    properties: {
      tags: [rule.type, rule.severity, ...(isSecurity ? ['security'] : [])],
      ...(isSecurity ? { 'security-severity': securitySeverity[rule.severity] } : {}),
    },
  };
}

/** SARIF 2.1.0: lines and columns from 1, columns in UTF-16 units. */
export const sarifReporter: CreateReporter = ({ language, rules, version }) => {
  const comma = separated(',\n');
  const indexes = new Map(rules.map(({ key }, index) => [key, index]));
  return {
    start() {
      const driver = {
        name: 'Quintet BSL',
        version,
        language,
        rules: rules.map((rule) => describe(rule, language)),
      };
      return (
        '{"$schema":"https://json.schemastore.org/sarif-2.1.0.json","version":"2.1.0","runs":[{' +
        `"tool":{"driver":${JSON.stringify(driver)}},"columnKind":"utf16CodeUnits",` +
        '"originalUriBaseIds":{"ROOT":{"description":{"text":"The checked folder"}}},"results":[\n'
      );
    },
    file: ({ path, findings }) =>
      comma(
        findings
          .map(({ key, severity, message, range, related }) => {
            const place = (where: typeof range): unknown => ({
              artifactLocation: { uri: encodeURI(path), uriBaseId: 'ROOT' },
              region: {
                startLine: where.start.line + 1,
                startColumn: where.start.character + 1,
                endLine: where.end.line + 1,
                endColumn: where.end.character + 1,
              },
            });
            return JSON.stringify({
              ruleId: key,
              ruleIndex: indexes.get(key) ?? -1,
              level: levels[severity],
              message: { text: message[language] },
              locations: [{ physicalLocation: place(range) }],
              ...(related.length === 0
                ? {}
                : {
                    relatedLocations: related.map((other, id) => ({
                      id,
                      message: { text: other.message[language] },
                      physicalLocation: place(other.range),
                    })),
                  }),
            });
          })
          .join(',\n'),
      ),
    end: () => '\n]}]}\n',
  };
};
