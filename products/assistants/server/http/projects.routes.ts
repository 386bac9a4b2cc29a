import { pageOf } from '#base/page';
import type { ServeDoor } from '#platform/server/modules';
import * as contract from '../../contract/index.ts';
import type { AssistantsService } from '../assistants.ts';
import { decodeOffset, encodeOffset } from '../projects/cursor.rules.ts';
import { noObject } from '../projects/refusals.ts';
import {
  presentDiff,
  presentFaults,
  presentFoundMethod,
  presentImpact,
  presentModule,
  presentModuleSource,
  presentObject,
  presentObjectDetail,
  presentProject,
  presentUpload,
  presentVersion,
} from './present-project.ts';
import { workspaceOf } from './workspace.ts';

function mountManagement({ mount, service: { projects, tenants } }: ServeDoor<AssistantsService>): void {
  mount(contract.listProjects, async (request) => {
    const { limit = 20, cursor } = request.query;
    const page = await projects.list(await workspaceOf(tenants, request), { limit, cursor });
    return { items: page.items.map(presentProject), next_cursor: page.nextCursor };
  });
  mount(contract.createProject, async (request) => {
    const { name, description = '' } = request.body;
    return presentProject(await projects.create(await workspaceOf(tenants, request), { name, description }));
  });
  mount(contract.getProject, async (request) =>
    presentProject(await projects.get(await workspaceOf(tenants, request), request.params.id)),
  );
  mount(contract.changeProject, async (request) =>
    presentProject(
      await projects.change(await workspaceOf(tenants, request), request.params.id, request.body),
    ),
  );
  mount(contract.deleteProject, async (request) =>
    projects.delete(await workspaceOf(tenants, request), request.params.id),
  );
  mount(contract.uploadToProject, async (request) => {
    const { name, kind = /\.bsl$/iu.test(name) ? 'module' : 'archive' } = request.query;
    const workspace = await workspaceOf(tenants, request);
    const file = { name, kind, bytes: request.stream };
    return presentUpload(await projects.upload(workspace, request.params.id, file));
  });
  mount(contract.listProjectUploads, async (request) => {
    const all = await projects.uploads(await workspaceOf(tenants, request), request.params.id);
    return { items: all.map(presentUpload), next_cursor: null };
  });
  mount(contract.removeProjectUpload, async (request) => {
    const { id, upload_id: uploadId } = request.params;
    await projects.removeUpload(await workspaceOf(tenants, request), id, uploadId);
  });
  mount(contract.listProjectVersions, async (request) => {
    const all = await projects.versions(await workspaceOf(tenants, request), request.params.id);
    return { items: all.map(presentVersion), next_cursor: null };
  });
}

function mountMetadata({ mount, service: { projectAnswers, tenants } }: ServeDoor<AssistantsService>): void {
  mount(contract.listProjectFaults, async (request) => {
    const { limit = 20, cursor } = request.query;
    const offset = decodeOffset(cursor);
    const graph = await projectAnswers.graph(await workspaceOf(tenants, request), request.params.id);
    const rows = presentFaults({ graph }).slice(offset, offset + limit + 1);
    const page = pageOf(rows, limit, () => encodeOffset(offset + limit));
    return { items: [...page.items], next_cursor: page.nextCursor };
  });
  mount(contract.listProjectObjects, async (request) => {
    const { limit = 20, cursor, search, kind } = request.query;
    const filters = { limit, cursor, search, kind };
    const page = await projectAnswers.objects(
      await workspaceOf(tenants, request),
      request.params.id,
      filters,
    );
    return { items: page.items.map(presentObject), next_cursor: page.nextCursor };
  });
  mount(contract.getProjectObject, async (request) => {
    const workspace = await workspaceOf(tenants, request);
    const found = await projectAnswers.object(workspace, request.params.id, request.query.name);
    const owner = found.object.fullName.en;
    const [attributes, modules] = await Promise.all([
      projectAnswers.attributes(workspace, request.params.id, owner),
      projectAnswers.modulesOf(workspace, request.params.id, owner),
    ]);
    return presentObjectDetail(found, attributes, modules);
  });
  mount(contract.getProjectImpact, async (request) => {
    const { name, depth = 3 } = request.query;
    const workspace = await workspaceOf(tenants, request);
    const result = await projectAnswers.impact(workspace, request.params.id, name, depth);
    if (!result.ok) throw noObject(name, result.suggestions);
    return presentImpact(result);
  });
  mount(contract.diffProjectVersions, async (request) => {
    const { from, to } = request.query;
    const workspace = await workspaceOf(tenants, request);
    return presentDiff(await projectAnswers.diff(workspace, request.params.id, from, to), from, to);
  });
}

function mountCode({ mount, service: { projectAnswers, tenants } }: ServeDoor<AssistantsService>): void {
  mount(contract.listProjectModules, async (request) => {
    const { limit = 20, cursor, search, owner } = request.query;
    const filters = { limit, cursor, search, owner };
    const page = await projectAnswers.modules(
      await workspaceOf(tenants, request),
      request.params.id,
      filters,
    );
    return { items: page.items.map(presentModule), next_cursor: page.nextCursor };
  });
  mount(contract.getProjectModule, async (request) => {
    const { path, first_line: first, last_line: last } = request.query;
    const workspace = await workspaceOf(tenants, request);
    return presentModuleSource(await projectAnswers.module(workspace, request.params.id, path), {
      first,
      last,
    });
  });
  mount(contract.searchProjectCode, async (request) => {
    const { query, limit = 10 } = request.query;
    const workspace = await workspaceOf(tenants, request);
    const found = await projectAnswers.code(workspace, request.params.id, query, limit);
    return { items: found.map(presentFoundMethod), next_cursor: null };
  });
}

/** 1C projects: what they are made of, their metadata and their code. */
export function mountProjects(door: ServeDoor<AssistantsService>): void {
  mountManagement(door);
  mountMetadata(door);
  mountCode(door);
}
