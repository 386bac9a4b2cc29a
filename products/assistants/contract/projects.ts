import { type Static, Type } from 'typebox';
import { defineRoute, Id, IdParams, Instant, Nullable, PageOf, pageQuery } from '#platform/contract';
import { Words } from './engines/shapes.ts';
import { AllOf } from './lists.ts';

const read = { access: 'signed-in', scope: 'assistants:projects:read' } as const;
const write = { access: 'signed-in', scope: 'assistants:projects' } as const;

/** Bytes of one uploaded archive, and of one uploaded module. */
export const largestProjectArchive = 256 * 1_024 * 1_024;

const ProjectName = Type.String({ minLength: 1, maxLength: 120, pattern: '\\S' });
const ProjectDescription = Type.String({ maxLength: 2_000 });

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
  reply: AllOf(ProjectUpload),
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
  reply: AllOf(ProjectVersion),
  refusals: ['assistants.project_not_found'],
});
