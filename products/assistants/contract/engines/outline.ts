import { type Static, Type } from 'typebox';
import { defineRoute, Nullable } from '#platform/contract';
import { GroundingProject, groundingRefusals, UnknownNames } from './grounding.ts';
import {
  engineRefusals,
  lightWork,
  ModulePath,
  Range,
  SourceText,
  sourceBody,
  useEngines,
  Words,
} from './shapes.ts';

/** Lines are counted from one here, as people count them. */
export const OutlineMethod = Type.Object({
  name: Type.String(),
  kind: Type.Enum(['procedure', 'function']),
  export: Type.Boolean(),
  /** `НаКлиенте`, `НаСервере`, … as written. */
  directives: Type.Array(Type.String()),
  parameters: Type.Array(
    Type.Object({ name: Type.String(), by_value: Type.Boolean(), default: Nullable(Type.String()) }),
  ),
  /** The comment above it. */
  description: Type.String(),
  region: Nullable(Type.String()),
  line: Type.Integer(),
  end_line: Type.Integer(),
  /** Cyclomatic: 1 and one for each decision. */
  complexity: Type.Integer(),
  /** The deepest nesting of blocks. */
  nesting: Type.Integer(),
  /** Methods of this module it calls. */
  calls: Type.Array(Type.String()),
  /** `Модуль.Метод` of others, as written. */
  outside_calls: Type.Array(Type.String()),
  called_by: Type.Array(Type.String()),
  /** What writes to the database. */
  writes: Type.Array(Type.Object({ line: Type.Integer(), what: Type.String() })),
  /** Lines where query texts begin. */
  queries: Type.Array(Type.Integer()),
});

export type OutlineMethod = Static<typeof OutlineMethod>;

export const Outline = Type.Object({
  lines: Type.Integer(),
  errors: Type.Array(Type.Object({ code: Type.String(), message: Words, range: Range })),
  regions: Type.Array(
    Type.Object({
      name: Type.String(),
      line: Type.Integer(),
      end_line: Type.Integer(),
      depth: Type.Integer({ description: 'From zero.' }),
    }),
  ),
  variables: Type.Array(Type.Object({ name: Type.String(), export: Type.Boolean(), line: Type.Integer() })),
  methods: Type.Array(OutlineMethod),
  unknown_names: UnknownNames,
  /** Full names of the configuration's objects that the module mentions; absent without a project. */
  objects: Type.Optional(Type.Array(Words)),
});

export type Outline = Static<typeof Outline>;

export const outlineCode = defineRoute({
  method: 'POST',
  path: '/api/assistants/code/outline',
  name: 'assistants.outline_code',
  summary: 'Methods, signatures, complexity, calls, regions and writes of a module',
  ...useEngines,
  body: Type.Object({ code: SourceText, path: Type.Optional(ModulePath), project_id: GroundingProject }),
  reply: Outline,
  bodyLimit: sourceBody,
  rateLimit: lightWork,
  refusals: [...engineRefusals, ...groundingRefusals, 'assistants.not_code'],
});
