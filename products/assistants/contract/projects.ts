import { type Static, Type } from 'typebox';
import { defineRoute, Id, IdParams, Instant, Nullable, PageOf, pageQuery } from '#platform/contract';
import { Words } from './engines/shapes.ts';

const read = { access: 'signed-in', scope: 'assistants:projects:read' } as const;
const write = { access: 'signed-in', scope: 'assistants:projects' } as const;

/** Bytes of one uploaded archive, and of one uploaded module. */
export const largestProjectArchive = 256 * 1_024 * 1_024;

const ProjectName = Type.String({ minLength: 1, maxLength: 120, pattern: '\\S' });
const ProjectDescription = Type.String({ maxLength: 2_000 });
/** A name of metadata as people write it: `Справочник.Контрагенты.ИНН`, `catalog.контрагенты`, a bare name or a synonym. */
const MetadataName = Type.String({ minLength: 1, maxLength: 1_000, pattern: '\\S' });

/** What a project has read: figures of its present version. */
export const ProjectFigures = Type.Object({
  /** Name and version of the configuration as it calls itself. */
  configuration: Type.String(),
  configuration_version: Type.String(),
  vendor: Type.String(),
  layout: Type.Enum(['designer', 'edt']),
  compatibility_mode: Type.String(),
  extensions: Type.Array(Type.Object({ name: Type.String(), purpose: Type.String() })),
  objects: Type.Integer(),
  /** Kinds that occur, in the order of the configuration tree. */
  kinds: Type.Array(Type.Object({ kind: Type.String(), name: Words, count: Type.Integer() })),
  attributes: Type.Integer(),
  tabular_sections: Type.Integer(),
  forms: Type.Integer(),
  modules: Type.Integer(),
  /** Procedures and functions. */
  methods: Type.Integer(),
  /** Lines of code. */
  lines: Type.Integer(),
  conflicts: Type.Integer(),
  faults: Type.Integer(),
});

export type ProjectFigures = Static<typeof ProjectFigures>;

export const ProjectStatus = Type.Enum(['empty', 'reading', 'ready', 'failed']);

export const Project = Type.Object({
  id: Id,
  name: Type.String(),
  description: Type.String(),
  /** `failed`: the last upload was refused and nothing was read before; see the uploads. */
  status: ProjectStatus,
  /** Counts up with everything that was read; 0: nothing yet. */
  version: Type.Integer({ minimum: 0 }),
  figures: Nullable(ProjectFigures),
  created_by: Nullable(Id),
  created_at: Instant,
  updated_at: Instant,
});

export type Project = Static<typeof Project>;

/** A file of a project. The newest of each name makes the project: a file of the same name replaces it. */
export const ProjectUpload = Type.Object({
  id: Id,
  name: Type.String(),
  /** `archive`: an export as zip, of a configuration or an extension. `module`: one `.bsl` file, `name` is its path. */
  kind: Type.Enum(['archive', 'module']),
  /** Bytes. */
  size: Type.Integer({ minimum: 0 }),
  /** `current`: part of the project now. `replaced` files are not listed. */
  status: Type.Enum(['waiting', 'reading', 'current', 'refused']),
  /** 0 to 1 while it is read. */
  progress: Type.Number({ minimum: 0, maximum: 1 }),
  /** Why it was refused. */
  fault: Nullable(Words),
  uploaded_by: Nullable(Id),
  created_at: Instant,
});

export type ProjectUpload = Static<typeof ProjectUpload>;

export const listProjects = defineRoute({
  method: 'GET',
  path: '/api/assistants/projects',
  name: 'assistants.list_projects',
  summary: 'The 1C projects of my company, by name',
  ...read,
  query: Type.Object(pageQuery),
  reply: PageOf(Project),
  refusals: ['tenants.company_not_found', 'assistants.bad_cursor'],
});

export const createProject = defineRoute({
  method: 'POST',
  path: '/api/assistants/projects',
  name: 'assistants.create_project',
  summary: 'Make a project (members of the company)',
  ...write,
  body: Type.Object({ name: ProjectName, description: Type.Optional(ProjectDescription) }),
  reply: Project,
  status: 201,
  refusals: ['tenants.role_too_low', 'assistants.project_name_taken', 'assistants.too_many_projects'],
});

export const getProject = defineRoute({
  method: 'GET',
  path: '/api/assistants/projects/:id',
  name: 'assistants.get_project',
  summary: 'One project with figures of what was read',
  ...read,
  params: IdParams,
  reply: Project,
  refusals: ['assistants.project_not_found'],
});

export const changeProject = defineRoute({
  method: 'PATCH',
  path: '/api/assistants/projects/:id',
  name: 'assistants.change_project',
  summary: 'Rename or describe a project (members of the company)',
  ...write,
  params: IdParams,
  body: Type.Object(
    { name: Type.Optional(ProjectName), description: Type.Optional(ProjectDescription) },
    { minProperties: 1 },
  ),
  reply: Project,
  refusals: ['assistants.project_not_found', 'assistants.project_name_taken', 'tenants.role_too_low'],
});

export const deleteProject = defineRoute({
  method: 'DELETE',
  path: '/api/assistants/projects/:id',
  name: 'assistants.delete_project',
  summary: 'Delete a project with everything that was read (who made it, and administrators)',
  ...write,
  params: IdParams,
  status: 204,
  refusals: ['assistants.project_not_found', 'tenants.role_too_low'],
});

/** The body is the bytes. The answer comes before they are read: ask for the uploads to see how it goes. */
export const uploadToProject = defineRoute({
  method: 'POST',
  path: '/api/assistants/projects/:id/uploads',
  name: 'assistants.upload_to_project',
  summary: 'Upload an export of a configuration or an extension (zip), or one module (.bsl)',
  ...write,
  params: IdParams,
  query: Type.Object({
    /** Of the file; for a module its path inside the configuration, with `/`. */
    name: Type.String({ minLength: 1, maxLength: 500, pattern: '\\S' }),
    kind: Type.Optional(Type.Enum(['archive', 'module'])),
  }),
  binaryBody: { maxBytes: largestProjectArchive },
  reply: ProjectUpload,
  status: 202,
  rateLimit: { max: 60, windowSeconds: 3_600 },
  refusals: [
    'assistants.project_not_found',
    'assistants.file_empty',
    'assistants.file_too_large',
    'assistants.not_a_module',
    'assistants.too_many_uploads',
    'tenants.role_too_low',
  ],
});

export const listProjectUploads = defineRoute({
  method: 'GET',
  path: '/api/assistants/projects/:id/uploads',
  name: 'assistants.list_project_uploads',
  summary: 'The files a project is made of and those that wait or were refused, newest first, at most 200',
  ...read,
  params: IdParams,
  reply: Type.Object({ items: Type.Array(ProjectUpload), next_cursor: Type.Null() }),
  refusals: ['assistants.project_not_found'],
});

export const removeProjectUpload = defineRoute({
  method: 'DELETE',
  path: '/api/assistants/projects/:id/uploads/:upload_id',
  name: 'assistants.remove_project_upload',
  summary: 'Take a file out of a project, which is then read anew without it; or forget a refused one',
  ...write,
  params: Type.Object({ id: Id, upload_id: Id }),
  status: 204,
  refusals: [
    'assistants.project_not_found',
    'assistants.upload_not_found',
    'assistants.upload_in_progress',
    'tenants.role_too_low',
  ],
});

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
  reply: Type.Object({ items: Type.Array(FoundMethod), next_cursor: Type.Null() }),
  refusals: ['assistants.project_not_found', 'assistants.project_empty'],
});

export const ProjectVersion = Type.Object({
  version: Type.Integer({ minimum: 1 }),
  /** The file that was uploaded or taken out. */
  cause: Type.String(),
  figures: ProjectFigures,
  created_at: Instant,
});

export type ProjectVersion = Static<typeof ProjectVersion>;

export const listProjectVersions = defineRoute({
  method: 'GET',
  path: '/api/assistants/projects/:id/versions',
  name: 'assistants.list_project_versions',
  summary: 'The versions that are kept for comparison, newest first: the last ten',
  ...read,
  params: IdParams,
  reply: Type.Object({ items: Type.Array(ProjectVersion), next_cursor: Type.Null() }),
  refusals: ['assistants.project_not_found'],
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
