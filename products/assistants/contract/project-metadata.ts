import { type Static, Type } from 'typebox';
import { defineRoute, IdParams, Nullable, PageOf, pageQuery } from '#platform/contract';
import { Words } from './engines/shapes.ts';
import { AllOf } from './lists.ts';

const read = { access: 'signed-in', scope: 'assistants:projects:read' } as const;

/** A name of metadata as people write it: `Справочник.Контрагенты.ИНН`, `catalog.контрагенты`, a bare name or a synonym. */
const MetadataName = Type.String({ minLength: 1, maxLength: 1_000, pattern: '\\S' });

export const ProjectFault = Type.Object({
  /** `fault`: a file could not be read. `conflict`: an extension does not fit its configuration. */
  kind: Type.Enum(['fault', 'conflict']),
  code: Type.String(),
  file: Type.String(),
  /** One-based. */
  line: Type.Integer({ minimum: 1 }),
  message: Words,
});

export type ProjectFault = Static<typeof ProjectFault>;

export const listProjectFaults = defineRoute({
  method: 'GET',
  path: '/api/assistants/projects/:id/faults',
  name: 'assistants.list_project_faults',
  summary: 'What could not be read and what does not fit together, in the order of the configuration',
  ...read,
  params: IdParams,
  query: Type.Object(pageQuery),
  reply: PageOf(ProjectFault),
  refusals: ['assistants.project_not_found', 'assistants.project_empty', 'assistants.bad_cursor'],
});

export const ProjectObject = Type.Object({
  /** English full name; the key for other calls. */
  name: Type.String(),
  names: Words,
  kind: Type.String(),
  synonym: Type.Record(Type.String(), Type.String()),
  /** The extension that added it. */
  extension: Nullable(Type.String()),
  attributes: Type.Integer(),
  forms: Type.Integer(),
  modules: Type.Integer(),
});

export type ProjectObject = Static<typeof ProjectObject>;

export const listProjectObjects = defineRoute({
  method: 'GET',
  path: '/api/assistants/projects/:id/objects',
  name: 'assistants.list_project_objects',
  summary: 'Objects of the configuration in the order of its tree; `search` looks at names and synonyms',
  ...read,
  params: IdParams,
  query: Type.Object({
    ...pageQuery,
    search: Type.Optional(Type.String({ minLength: 1, maxLength: 200, pattern: '\\S' })),
    kind: Type.Optional(Type.String({ pattern: '^[A-Za-z]{2,60}$' })),
  }),
  reply: PageOf(ProjectObject),
  refusals: ['assistants.project_not_found', 'assistants.project_empty', 'assistants.bad_cursor'],
});

export const ProjectField = Type.Object({
  names: Words,
  /** `Attribute`, `StandardAttribute`, `Dimension`, `Resource`, `Column`, … */
  part: Type.String(),
  type: Words,
  synonym: Type.Record(Type.String(), Type.String()),
  extension: Nullable(Type.String()),
});

export type ProjectField = Static<typeof ProjectField>;

export const ProjectModule = Type.Object({
  path: Type.String(),
  /** `ObjectModule`, `ManagerModule`, `FormModule`, … */
  type: Type.String(),
  /** English full name of what it belongs to; empty when unknown. */
  owner: Type.String(),
  lines: Type.Integer({ minimum: 0 }),
  methods: Type.Integer({ minimum: 0 }),
});

export type ProjectModule = Static<typeof ProjectModule>;

export const ProjectObjectDetail = Type.Object({
  ...ProjectObject.properties,
  comment: Type.String(),
  file: Type.String(),
  properties: Type.Record(Type.String(), Type.String()),
  /** Full names met in a property: `owners`, `registerRecords`, `basedOn`, … */
  references: Type.Record(Type.String(), Type.Array(Type.String())),
  fields: Type.Array(ProjectField),
  tabular_sections: Type.Array(
    Type.Object({
      name: Type.String(),
      synonym: Type.Record(Type.String(), Type.String()),
      fields: Type.Array(ProjectField),
    }),
  ),
  /** Values of an enumeration and predefined items. */
  values: Type.Array(Type.String()),
  object_forms: Type.Array(
    Type.Object({
      name: Type.String(),
      synonym: Type.Record(Type.String(), Type.String()),
      type: Type.String(),
      /** Elements with what they show. */
      items: Type.Array(Type.Object({ name: Type.String(), type: Type.String(), data_path: Type.String() })),
    }),
  ),
  commands: Type.Array(Type.String()),
  templates: Type.Array(Type.String()),
  object_modules: Type.Array(ProjectModule),
  /** Roles that mention the object, with the rights they give. */
  rights: Type.Array(Type.Object({ role: Type.String(), allowed: Type.Array(Type.String()) })),
});

export type ProjectObjectDetail = Static<typeof ProjectObjectDetail>;

export const getProjectObject = defineRoute({
  method: 'GET',
  path: '/api/assistants/projects/:id/object',
  name: 'assistants.get_project_object',
  summary: 'One object with attributes and types, tabular sections, forms, rights and modules',
  ...read,
  params: IdParams,
  query: Type.Object({ name: MetadataName }),
  reply: ProjectObjectDetail,
  refusals: ['assistants.project_not_found', 'assistants.project_empty', 'assistants.object_not_found'],
});

export const ProjectImpact = Type.Object({
  /** English full name of what would change. */
  target: Type.String(),
  names: Words,
  /** Nearest first. */
  impacted: Type.Array(
    Type.Object({
      name: Type.String(),
      names: Words,
      /** 1 touches the target itself. */
      depth: Type.Integer({ minimum: 1 }),
      reasons: Type.Array(
        Type.Object({
          kind: Type.String(),
          /** The nearer object the tie leads to. */
          to: Type.String(),
          via: Type.String(),
          certainty: Type.Enum(['sure', 'possible']),
        }),
      ),
    }),
  ),
  /** How many more there are. */
  left_out: Type.Integer({ minimum: 0 }),
});

export type ProjectImpact = Static<typeof ProjectImpact>;

export const getProjectImpact = defineRoute({
  method: 'GET',
  path: '/api/assistants/projects/:id/impact',
  name: 'assistants.get_project_impact',
  summary: 'What a change of an object or an attribute reaches',
  ...read,
  params: IdParams,
  query: Type.Object({
    name: MetadataName,
    depth: Type.Optional(Type.Integer({ minimum: 1, maximum: 5, default: 3 })),
  }),
  reply: ProjectImpact,
  refusals: ['assistants.project_not_found', 'assistants.project_empty', 'assistants.object_not_found'],
});

export const listProjectModules = defineRoute({
  method: 'GET',
  path: '/api/assistants/projects/:id/modules',
  name: 'assistants.list_project_modules',
  summary: 'Modules with source, by path; `search` looks at the path, `owner` is an English full name',
  ...read,
  params: IdParams,
  query: Type.Object({
    ...pageQuery,
    search: Type.Optional(Type.String({ minLength: 1, maxLength: 200, pattern: '\\S' })),
    owner: Type.Optional(Type.String({ minLength: 1, maxLength: 500 })),
  }),
  reply: PageOf(ProjectModule),
  refusals: ['assistants.project_not_found', 'assistants.project_empty', 'assistants.bad_cursor'],
});

export const ProjectModuleSource = Type.Object({
  ...ProjectModule.properties,
  /** The source between `first_line` and `last_line`. */
  text: Type.String(),
  /** One-based, inclusive. */
  first_line: Type.Integer({ minimum: 1 }),
  last_line: Type.Integer({ minimum: 0 }),
  outline: Type.Array(
    Type.Object({
      name: Type.String(),
      signature: Type.String(),
      exported: Type.Boolean(),
      first_line: Type.Integer({ minimum: 1 }),
      last_line: Type.Integer({ minimum: 1 }),
    }),
  ),
});

export type ProjectModuleSource = Static<typeof ProjectModuleSource>;

const LineNumber = Type.Integer({ minimum: 1, maximum: 10_000_000 });

export const getProjectModule = defineRoute({
  method: 'GET',
  path: '/api/assistants/projects/:id/module',
  name: 'assistants.get_project_module',
  summary: 'The source of a module, whole or some lines, with its methods',
  ...read,
  params: IdParams,
  query: Type.Object({
    path: Type.String({ minLength: 1, maxLength: 1_000 }),
    first_line: Type.Optional(LineNumber),
    last_line: Type.Optional(LineNumber),
  }),
  reply: ProjectModuleSource,
  refusals: ['assistants.project_not_found', 'assistants.project_empty', 'assistants.module_not_found'],
});

export const FoundMethod = Type.Object({
  path: Type.String(),
  owner: Type.String(),
  name: Type.String(),
  signature: Type.String(),
  /** The comment above it. */
  description: Type.String(),
  first_line: Type.Integer({ minimum: 1 }),
  last_line: Type.Integer({ minimum: 1 }),
  /** Its source, at most 4,000 characters. */
  text: Type.String(),
  score: Type.Number(),
});

export type FoundMethod = Static<typeof FoundMethod>;

export const searchProjectCode = defineRoute({
  method: 'GET',
  path: '/api/assistants/projects/:id/code',
  name: 'assistants.search_project_code',
  summary: 'Procedures and functions of the project by words, names and calls, best first',
  ...read,
  params: IdParams,
  query: Type.Object({
    query: Type.String({ minLength: 1, maxLength: 500, pattern: '\\S' }),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 50, default: 10 })),
  }),
  reply: AllOf(FoundMethod),
  refusals: ['assistants.project_not_found', 'assistants.project_empty'],
});

const PartChange = Type.Object({
  change: Type.Enum(['added', 'removed', 'changed']),
  /** `Attribute.ИНН`, `codeLength`, … */
  path: Type.String(),
  before: Type.String(),
  after: Type.String(),
});

export const ProjectDiff = Type.Object({
  from: Type.Integer({ minimum: 1 }),
  to: Type.Integer({ minimum: 1 }),
  added: Type.Array(Words),
  removed: Type.Array(Words),
  changed: Type.Array(Type.Object({ name: Words, changes: Type.Array(PartChange) })),
  /** Of the configuration's own properties. */
  configuration: Type.Array(PartChange),
  /** Objects beyond the first 1,000 of each list. */
  left_out: Type.Integer({ minimum: 0 }),
});

export type ProjectDiff = Static<typeof ProjectDiff>;

const VersionNumber = Type.Integer({ minimum: 1, maximum: 2_147_483_647 });

export const diffProjectVersions = defineRoute({
  method: 'GET',
  path: '/api/assistants/projects/:id/diff',
  name: 'assistants.diff_project_versions',
  summary: 'What changed in the metadata between two versions',
  ...read,
  params: IdParams,
  query: Type.Object({ from: VersionNumber, to: VersionNumber }),
  reply: ProjectDiff,
  refusals: ['assistants.project_not_found', 'assistants.version_not_found'],
});
