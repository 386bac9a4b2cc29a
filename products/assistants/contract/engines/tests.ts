import { type Static, Type } from 'typebox';
import { defineRoute, Nullable } from '#platform/contract';
import {
  engineRefusals,
  heavyWork,
  ModulePath,
  SourceText,
  sourceBody,
  useEngines,
  Words,
} from './shapes.ts';

export const TestCase = Type.Object({
  /** The method it tests. */
  method: Type.String(),
  /** The test's own name. */
  name: Type.String(),
  why: Words,
  /** Lines of the module it should run, from one. */
  lines: Type.Array(Type.Integer()),
});

export const GeneratedTests = Type.Object({
  /** Name of the test module: `ОМ_…`. */
  module_name: Type.String(),
  /** A YAxUnit module. */
  code: Type.String(),
  cases: Type.Array(TestCase),
  /** What got no test, and why. */
  left_out: Type.Array(Type.Object({ method: Type.String(), reason: Words })),
});

export type GeneratedTests = Static<typeof GeneratedTests>;

export const generateTests = defineRoute({
  method: 'POST',
  path: '/api/assistants/tests/generate',
  name: 'assistants.generate_tests',
  summary: 'YAxUnit tests for a module: a case for each branch and boundary',
  ...useEngines,
  body: Type.Object({
    code: SourceText,
    path: Type.Optional(ModulePath),
    /** Without it, told by the path. */
    module_name: Type.Optional(Type.String({ pattern: '^[\\p{L}_][\\p{L}\\p{N}_]{0,79}$' })),
  }),
  reply: GeneratedTests,
  bodyLimit: sourceBody,
  rateLimit: heavyWork,
  refusals: [...engineRefusals, 'assistants.not_code', 'assistants.nothing_to_test'],
});

export const ScenarioFinding = Type.Object({
  rule: Type.String(),
  severity: Type.Enum(['error', 'warning', 'info']),
  message: Words,
  /** From one. */
  line: Type.Integer(),
  /** The nearest step of the library. */
  suggestion: Nullable(Type.String()),
});

export type ScenarioFinding = Static<typeof ScenarioFinding>;

const ScenarioText = Type.String({ minLength: 1, maxLength: 500_000, pattern: '\\S' });

export const writeScenario = defineRoute({
  method: 'POST',
  path: '/api/assistants/scenarios/write',
  name: 'assistants.write_scenario',
  summary: 'A Gherkin scenario for Vanessa Automation out of sentences',
  ...useEngines,
  body: Type.Object({
    text: Type.String({ minLength: 1, maxLength: 50_000, pattern: '\\S' }),
    name: Type.Optional(Type.String({ minLength: 1, maxLength: 200 })),
  }),
  reply: Type.Object({
    feature: Type.String(),
    /** Sentences no step of the library says: they stand in the text as marked free steps. */
    free_steps: Type.Array(Type.Object({ line: Type.Integer(), text: Type.String() })),
    findings: Type.Array(ScenarioFinding),
  }),
  rateLimit: heavyWork,
  refusals: [...engineRefusals, 'assistants.scenario_refused'],
});

export const checkScenario = defineRoute({
  method: 'POST',
  path: '/api/assistants/scenarios/check',
  name: 'assistants.check_scenario',
  summary: 'Faults of a Gherkin scenario, unknown steps among them',
  ...useEngines,
  body: Type.Object({ text: ScenarioText }),
  reply: Type.Object({ findings: Type.Array(ScenarioFinding) }),
  bodyLimit: 2 * 1_024 * 1_024,
  rateLimit: heavyWork,
  refusals: [...engineRefusals],
});

const Share = Type.Object({ covered: Type.Integer(), coverable: Type.Integer(), percent: Type.Number() });

export const CoverageReport = Type.Object({
  total: Share,
  /** The least covered first. */
  files: Type.Array(
    Type.Object({ path: Type.String(), ...Share.properties, uncovered: Type.Array(Type.Integer()) }),
  ),
  groups: Type.Array(Type.Object({ name: Type.String(), ...Share.properties })),
  /** With a diff. */
  changed: Nullable(Share),
  changed_uncovered: Type.Array(Type.Object({ path: Type.String(), line: Type.Integer() })),
  /** What the gate asks for and the report misses; empty: it passes. */
  gate_faults: Type.Array(
    Type.Object({
      what: Type.Enum(['total', 'changed', 'file']),
      path: Nullable(Type.String()),
      percent: Type.Number(),
      least: Type.Number(),
    }),
  ),
});

export type CoverageReport = Static<typeof CoverageReport>;

const Percent = Type.Number({ minimum: 0, maximum: 100 });

export const reportCoverage = defineRoute({
  method: 'POST',
  path: '/api/assistants/coverage/report',
  name: 'assistants.report_coverage',
  summary: 'Coverage by file and object from generic XML or lcov, of a change, and a gate',
  ...useEngines,
  body: Type.Object({
    /** Generic coverage XML or lcov; several runs are added up. */
    reports: Type.Array(Type.String({ minLength: 1, maxLength: 8_000_000 }), { minItems: 1, maxItems: 20 }),
    /** Modules whose lines count, those nobody ran included. */
    sources: Type.Optional(
      Type.Array(Type.Object({ path: ModulePath, code: Type.String({ maxLength: 1_000_000 }) }), {
        maxItems: 500,
      }),
    ),
    diff: Type.Optional(Type.String({ maxLength: 4_000_000 })),
    gate: Type.Optional(
      Type.Object({
        total: Type.Optional(Percent),
        changed: Type.Optional(Percent),
        file: Type.Optional(Percent),
      }),
    ),
  }),
  reply: CoverageReport,
  bodyLimit: 16 * 1_024 * 1_024,
  rateLimit: heavyWork,
  refusals: [...engineRefusals, 'assistants.coverage_refused'],
});
