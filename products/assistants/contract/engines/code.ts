import { type Static, Type } from 'typebox';
import { defineRoute, Id, Nullable } from '#platform/contract';
import { AllOf } from '../lists.ts';
import { GroundingProject, groundingRefusals, UnknownNames } from './grounding.ts';
import {
  engineRefusals,
  lightWork,
  ModulePath,
  Range,
  SourceText,
  Standard,
  sourceBody,
  useEngines,
  Words,
} from './shapes.ts';

/** The gravest first. */
export const severities = ['blocker', 'critical', 'major', 'minor', 'info'] as const;

export const Severity = Type.Enum([...severities]);

export type Severity = Static<typeof Severity>;

const RuleKey = Type.String({ pattern: '^[A-Za-z0-9]{1,80}$' });

/** What a rule found, as `quintet bsl check --format json` tells it; the message is in the language of the request. */
export const CodeFinding = Type.Object({
  key: Type.String(),
  severity: Severity,
  type: Type.Enum(['error', 'smell', 'vulnerability', 'hotspot']),
  message: Type.String(),
  range: Range,
  standards: Type.Optional(Type.Array(Type.Integer())),
  related: Type.Optional(Type.Array(Type.Object({ message: Type.String(), range: Range }))),
  fix: Type.Optional(
    Type.Object({
      title: Type.String(),
      /** Offsets in UTF-16 units of the text that was checked. */
      edits: Type.Array(Type.Object({ start: Type.Integer(), end: Type.Integer(), text: Type.String() })),
    }),
  ),
});

export type CodeFinding = Static<typeof CodeFinding>;

export const CheckedFile = Type.Object({ path: Type.String(), findings: Type.Array(CodeFinding) });

export type CheckedFile = Static<typeof CheckedFile>;

/** How many findings there are of each severity. */
export const SeverityCounts = Type.Object({
  blocker: Type.Integer(),
  critical: Type.Integer(),
  major: Type.Integer(),
  minor: Type.Integer(),
  info: Type.Integer(),
});

export type SeverityCounts = Static<typeof SeverityCounts>;

const ReviewName = Type.String({ minLength: 1, maxLength: 120, pattern: '\\S' });
const Severities = Type.Array(Severity, { minItems: 1, maxItems: 5, uniqueItems: true });
const Keys = Type.Array(RuleKey, { minItems: 1, maxItems: 250, uniqueItems: true });
/** Text of a `.bsl-language-server.json`. */
const ConfigurationText = Type.String({ maxLength: 100_000 });

const settings = {
  configuration: Type.Optional(ConfigurationText),
  /** Exactly these rules, whatever activation, module types and comments say. */
  only: Type.Optional(Keys),
  severities: Type.Optional(Severities),
  /** Rules that need a configuration see it. */
  project_id: GroundingProject,
};

export const checkCode = defineRoute({
  method: 'POST',
  path: '/api/assistants/code/check',
  name: 'assistants.check_code',
  summary: 'Diagnostics of one module; with `save`, kept as a review of the company',
  ...useEngines,
  body: Type.Object({
    code: SourceText,
    path: Type.Optional(ModulePath),
    ...settings,
    /** Keeps the result under this name. */
    save: Type.Optional(ReviewName),
  }),
  reply: Type.Object({
    files: Type.Array(CheckedFile),
    counts: SeverityCounts,
    /** Rules that broke down, and what was wrong with the configuration. */
    warnings: Type.Array(Type.String()),
    review_id: Nullable(Id),
    unknown_names: UnknownNames,
  }),
  bodyLimit: sourceBody,
  rateLimit: lightWork,
  refusals: [
    ...engineRefusals,
    ...groundingRefusals,
    'assistants.unknown_rule',
    'assistants.bad_configuration',
    'assistants.not_code',
    'tenants.role_too_low',
    'assistants.too_many_reviews',
  ],
});

/** Bytes of an archive. */
export const largestArchive = 64 * 1_024 * 1_024;

/**
 * The body is a zip with `.bsl` and `.os` files. Events: `start` {files, warnings}, `file` `CheckedFile` (those with
 * findings, in the order of their paths), `progress` {done, files}, and at the end `done` `ArchiveDone`. A
 * `.bsl-language-server.json` inside the archive is taken when the query gives none.
 */
export const checkArchive = defineRoute({
  method: 'POST',
  path: '/api/assistants/code/check-archive',
  name: 'assistants.check_archive',
  summary: 'Diagnostics of all modules of an archive, told while they are found',
  ...useEngines,
  query: Type.Object({
    configuration: Type.Optional(Type.String({ maxLength: 6_000 })),
    /** Keys with commas between. */
    only: Type.Optional(Type.String({ maxLength: 4_000, pattern: '^[A-Za-z0-9]+(,[A-Za-z0-9]+)*$' })),
    severities: Type.Optional(Type.String({ maxLength: 60, pattern: '^[a-z]+(,[a-z]+)*$' })),
    save: Type.Optional(ReviewName),
    project_id: GroundingProject,
  }),
  binaryBody: { maxBytes: largestArchive },
  streams: 'sse',
  rateLimit: { max: 10, windowSeconds: 60 },
  refusals: [
    ...engineRefusals,
    ...groundingRefusals,
    'assistants.bad_archive',
    'assistants.no_modules',
    'assistants.unknown_rule',
    'assistants.bad_configuration',
    'tenants.role_too_low',
    'assistants.too_many_reviews',
  ],
});

/** The last event of `checkArchive`. */
export const ArchiveDone = Type.Object({
  files: Type.Integer(),
  files_with_findings: Type.Integer(),
  counts: SeverityCounts,
  /** More findings than this were counted and not sent. */
  left_out: Type.Integer(),
  warnings: Type.Array(Type.String()),
  review_id: Nullable(Id),
});

export type ArchiveDone = Static<typeof ArchiveDone>;

export const fixCode = defineRoute({
  method: 'POST',
  path: '/api/assistants/code/fix',
  name: 'assistants.fix_code',
  summary: 'Applies quick fixes of a module: all, those of some rules, or the one at a place',
  ...useEngines,
  body: Type.Object({
    code: SourceText,
    path: Type.Optional(ModulePath),
    ...settings,
    /** Only the finding that begins here. */
    at: Type.Optional(
      Type.Object({
        key: RuleKey,
        line: Type.Integer({ minimum: 0 }),
        character: Type.Integer({ minimum: 0 }),
      }),
    ),
  }),
  reply: Type.Object({
    code: Type.String(),
    /** Unified, three lines around each change; empty when nothing was fixed. */
    diff: Type.String(),
    count: Type.Integer(),
    /** What is left after the fixes. */
    findings: Type.Array(CodeFinding),
  }),
  bodyLimit: sourceBody,
  rateLimit: lightWork,
  refusals: [
    ...engineRefusals,
    ...groundingRefusals,
    'assistants.unknown_rule',
    'assistants.bad_configuration',
    'assistants.not_code',
  ],
});

export const CodeRule = Type.Object({
  key: Type.String(),
  type: Type.Enum(['error', 'smell', 'vulnerability', 'hotspot']),
  severity: Severity,
  /** To repair, in minutes. */
  minutes: Type.Number(),
  /** Runs unless the configuration says otherwise. */
  active: Type.Boolean(),
  dialect: Type.Enum(['bsl', 'oscript', 'both']),
  /** Null: every type of module. */
  module_types: Nullable(Type.Array(Type.String())),
  standards: Type.Array(Standard),
  title: Words,
  /** Names and default values. */
  parameters: Type.Record(Type.String(), Type.Union([Type.String(), Type.Number(), Type.Boolean()])),
});

export type CodeRule = Static<typeof CodeRule>;

export const listCodeRules = defineRoute({
  method: 'GET',
  path: '/api/assistants/code/rules',
  name: 'assistants.list_code_rules',
  summary: 'All rules of the code check, by key',
  ...useEngines,
  reply: AllOf(CodeRule),
});
