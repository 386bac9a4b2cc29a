import { describe, expect, it } from 'vitest';
import { defineRule } from '../rule.ts';
import { diagnose } from '../run.ts';
import { type ReportFormat, reporters } from './index.ts';

const rule = defineRule({
  key: 'Named',
  type: 'vulnerability',
  severity: 'critical',
  minutes: 5,
  standards: [436],
  title: { ru: 'Имя «<&"»\u0001', en: 'Name' },
  create: ({ reportTokens }) => ({
    enter: {
      assignment: (node) =>
        reportTokens(node.first, node.first, {
          related: [{ start: 0, end: 1, message: { ru: 'здесь', en: 'here' } }],
        }),
    },
  }),
});

function report(format: ReportFormat, sources: Readonly<Record<string, string>>): string {
  const reporter = reporters[format]({ language: 'ru', rules: [rule], version: '1' });
  const files = Object.entries(sources).map(([path, source]) =>
    reporter.file({
      path,
      findings: diagnose(source, { rules: [{ rule, parameters: {} }], path, moduleType: 'UNKNOWN' }).findings,
    }),
  );
  return [reporter.start(), ...files, reporter.end()].join('');
}

const sources = { 'Модуль <1>.bsl': 'А = 1;\n\tБ = 2;', 'empty.bsl': '', 'c.bsl': 'В = 1;' };

describe('reports', () => {
  it('json', () => {
    const { files } = JSON.parse(report('json', sources));
    expect(files.map((file: { path: string }) => file.path)).toEqual(Object.keys(sources));
    expect(files[0].findings[1]).toMatchObject({
      key: 'Named',
      severity: 'critical',
      message: 'Имя «<&"»\u0001',
      range: { start: { line: 1, character: 1 }, end: { line: 1, character: 2 } },
    });
    expect(files[1].findings).toEqual([]);
  });

  it('sarif', () => {
    const [run] = JSON.parse(report('sarif', sources)).runs;
    expect(run.results).toHaveLength(3);
    expect(run.results[1]).toMatchObject({
      ruleId: 'Named',
      ruleIndex: 0,
      level: 'error',
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: encodeURI('Модуль <1>.bsl') },
            region: { startLine: 2, startColumn: 2, endLine: 2, endColumn: 3 },
          },
        },
      ],
    });
    expect(run.tool.driver.rules[0].helpUri).toContain('436');
  });

  it('sonar', () => {
    const { issues } = JSON.parse(report('sonar', sources));
    expect(issues).toHaveLength(3);
    expect(issues[1]).toMatchObject({
      ruleId: 'Named',
      severity: 'CRITICAL',
      type: 'VULNERABILITY',
      effortMinutes: 5,
      primaryLocation: { textRange: { startLine: 2, endLine: 2, startColumn: 1, endColumn: 2 } },
    });
    expect(issues[1].secondaryLocations).toHaveLength(1);
  });

  it('gitlab: fingerprints differ', () => {
    const entries: { fingerprint: string; severity: string }[] = JSON.parse(report('gitlab', sources));
    expect(new Set(entries.map(({ fingerprint }) => fingerprint)).size).toBe(3);
    expect(entries[0]?.severity).toBe('critical');
  });

  it('junit: well-formed, whatever the words hold', () => {
    const xml = report('junit', sources);
    expect(xml).toContain('name="Модуль &lt;1&gt;.bsl"');
    expect(xml).toContain('Имя «&lt;&amp;&quot;»\uFFFD');
    expect(xml).not.toContain('\u0001');
    expect(xml.match(/<testsuite /g)).toHaveLength(2);
  });

  it('console', () => {
    expect(report('console', sources).split('\n')[1]).toContain('Модуль <1>.bsl:2:2 critical');
    expect(report('console', {})).toBe('Замечаний нет.\n');
  });

  it.each(['json', 'sarif', 'sonar', 'gitlab'] as const)('%s without files is sound', (format) => {
    expect(() => JSON.parse(report(format, {}))).not.toThrow();
  });
});
