import type {
  AttributesResult,
  ImpactResult,
  MetadataDiff,
  MetadataObject,
} from '#products/assistants/engines/metadata';
import type * as contract from '../../contract/index.ts';
import type { ModuleSource, ObjectInGraph } from '../projects/answers.ts';
import { linesOf } from '../projects/answers.ts';
import { rightsOn } from '../projects/objects.rules.ts';
import type { FoundMethod, ModuleInfo, Project, Upload, Version } from '../projects/project.ts';

export function presentProject(project: Project): contract.Project {
  const { id, name, description, status, version, figures } = project;
  return {
    id,
    name,
    description,
    status,
    version,
    figures: figures ?? null,
    created_by: project.createdBy ?? null,
    created_at: project.createdAt.toISOString(),
    updated_at: project.updatedAt.toISOString(),
  };
}

export function presentUpload(upload: Upload): contract.ProjectUpload {
  const { id, name, kind, size, status, leaving, progress, fault } = upload;
  return {
    id,
    name,
    kind,
    size,
    status: leaving ? 'reading' : status,
    progress,
    fault: fault ?? null,
    uploaded_by: upload.uploadedBy ?? null,
    created_at: upload.createdAt.toISOString(),
  };
}

export function presentVersion({ version, cause, figures, createdAt }: Version): contract.ProjectVersion {
  return { version, cause, figures, created_at: createdAt.toISOString() };
}

export function presentObject(object: MetadataObject): contract.ProjectObject {
  return {
    name: object.fullName.en,
    names: { ...object.fullName },
    kind: object.kind,
    synonym: { ...object.synonym },
    extension: object.extension ?? null,
    attributes: object.fields.filter(({ part }) => part !== 'StandardAttribute').length,
    forms: object.forms.length,
    modules: object.modules.length,
  };
}

export function presentModule({ path, type, owner, lines, methods }: ModuleInfo): contract.ProjectModule {
  return { path, type, owner, lines, methods };
}

const mostItems = 2_000;

export function presentObjectDetail(
  { graph, object }: ObjectInGraph,
  read: AttributesResult,
  modules: readonly ModuleInfo[],
): contract.ProjectObjectDetail {
  type Field = contract.ProjectField;
  const field = (one: {
    names: Field['names'];
    part: string;
    type: Field['type'];
    synonym: Readonly<Record<string, string>>;
    extension?: string;
  }): Field => ({
    names: { ...one.names },
    part: one.part,
    type: { ...one.type },
    synonym: { ...one.synonym },
    extension: one.extension ?? null,
  });
  const sections = new Map(object.tabularSections.map((section) => [section.name, section.synonym]));
  return {
    ...presentObject(object),
    comment: object.comment,
    file: object.file,
    properties: { ...object.properties },
    references: Object.fromEntries(
      Object.entries(object.references).map(([key, names]) => [key, [...names]]),
    ),
    fields: read.ok ? read.attributes.map(field) : [],
    tabular_sections: read.ok
      ? read.tabularSections.map(({ name, attributes }) => ({
          name,
          synonym: { ...sections.get(name) },
          fields: attributes.map(field),
        }))
      : [],
    values: read.ok ? [...read.values] : [],
    object_forms: object.forms.map(({ name, synonym, formType, items }) => ({
      name,
      synonym: { ...synonym },
      type: formType,
      items: items
        .slice(0, mostItems)
        .map((item) => ({ name: item.name, type: item.type, data_path: item.dataPath })),
    })),
    commands: object.commands.map(({ name }) => name),
    templates: object.templates.map(({ name }) => name),
    object_modules: modules.map(presentModule),
    rights: rightsOn(graph, object).map(({ role, allowed }) => ({ role, allowed: [...allowed] })),
  };
}

const mostImpacted = 1_000;
const mostReasons = 20;

export function presentImpact(result: ImpactResult & { readonly ok: true }): contract.ProjectImpact {
  return {
    target: result.target,
    names: { ...result.names },
    impacted: result.impacted.slice(0, mostImpacted).map(({ name, names, depth, reasons }) => ({
      name,
      names: { ...names },
      depth,
      reasons: reasons
        .slice(0, mostReasons)
        .map(({ kind, to, via, certainty }) => ({ kind, to, via, certainty })),
    })),
    left_out: Math.max(0, result.impacted.length - mostImpacted),
  };
}

export function presentModuleSource(
  source: ModuleSource,
  range: { readonly first?: number | undefined; readonly last?: number | undefined },
): contract.ProjectModuleSource {
  const first = Math.min(range.first ?? 1, Math.max(1, source.lines));
  const last = Math.min(range.last ?? source.lines, source.lines);
  return {
    ...presentModule(source),
    text: linesOf(source.content, first, last),
    first_line: first,
    last_line: last,
    outline: source.outline.map(({ name, signature, exported, firstLine, lastLine }) => ({
      name,
      signature,
      exported,
      first_line: firstLine,
      last_line: lastLine,
    })),
  };
}

export function presentFoundMethod(method: FoundMethod): contract.FoundMethod {
  const { path, owner, name, signature, description, firstLine, lastLine, text, score } = method;
  return {
    path,
    owner,
    name,
    signature,
    description,
    first_line: firstLine,
    last_line: lastLine,
    text,
    score,
  };
}

const mostInDiff = 1_000;

export function presentDiff(diff: MetadataDiff, from: number, to: number): contract.ProjectDiff {
  const cut = <Item>(items: readonly Item[]): readonly Item[] => items.slice(0, mostInDiff);
  const over = [diff.added, diff.removed, diff.changed].map(({ length }) => Math.max(0, length - mostInDiff));
  return {
    from,
    to,
    added: cut(diff.added).map((name) => ({ ...name })),
    removed: cut(diff.removed).map((name) => ({ ...name })),
    changed: cut(diff.changed).map(({ name, changes }) => ({
      name: { ...name },
      changes: cut(changes).map((change) => ({ ...change })),
    })),
    configuration: diff.configuration.map((change) => ({ ...change })),
    left_out: over.reduce((sum, count) => sum + count, 0),
  };
}

export function presentFaults({ graph }: Pick<ObjectInGraph, 'graph'>): readonly contract.ProjectFault[] {
  return [
    ...graph.faults.map(
      ({ code, file, line, message }): contract.ProjectFault => ({
        kind: 'fault',
        code,
        file,
        line: line + 1,
        message: { ...message },
      }),
    ),
    ...graph.conflicts.map(
      ({ code, file, line, message }): contract.ProjectFault => ({
        kind: 'conflict',
        code,
        file,
        line: line + 1,
        message: { ...message },
      }),
    ),
  ];
}
