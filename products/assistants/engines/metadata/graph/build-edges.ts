import { scanNames } from '../ask/scan-names.ts';
import type { ConfigurationInfo, Edge, EdgeKind, Field, Form, MetadataObject } from '../model/graph-types.ts';
import { mentionedObjects, type ValueType } from '../model/value-type.ts';
import { codeEdges } from './code-edges.ts';
import type { CodeUse } from './code-use.ts';
import { pathTargets } from './form-paths.ts';
import { fieldFullName, indexOf, type NameIndex } from './name-index.ts';
import { resolveChain } from './resolve-chain.ts';

type Add = (kind: EdgeKind, from: string, to: string, via: string) => void;

/** Properties whose references have an edge of their own, or only point back into the object. */
const ownEdges: ReadonlySet<string> = new Set([
  'type',
  'owners',
  'registerRecords',
  'source',
  'handler',
  'methodName',
  'inputByString',
  'dataLockFields',
]);

function typeEdges(add: Add, object: MetadataObject): void {
  const from = object.fullName.en;
  const each = (type: ValueType, via: string) => {
    for (const to of mentionedObjects(type)) if (to !== from) add('type', from, to, via);
  };
  const fields = (list: readonly Field[], section?: MetadataObject['tabularSections'][number]) => {
    for (const field of list) {
      if (field.common !== undefined) add('reference', from, field.common, 'content');
      else if (field.part !== 'StandardAttribute') each(field.type, fieldFullName(object, field, section));
      for (const to of field.references)
        if (!to.startsWith(`${from}.`)) add('reference', from, to, fieldFullName(object, field, section));
    }
  };
  if (object.type !== undefined) each(object.type, from);
  fields(object.fields);
  for (const section of object.tabularSections) fields(section.fields, section);
}

function referenceEdges(add: Add, object: MetadataObject): void {
  const from = object.fullName.en;
  for (const to of object.references['owners'] ?? []) add('owner', from, to, 'owners');
  for (const to of object.references['registerRecords'] ?? [])
    add('registrator', from, to, 'registerRecords');
  // Each object with a common attribute is tied to it by its own field.
  if (object.kind === 'CommonAttribute') return;
  const kind = object.kind === 'Subsystem' ? 'subsystem' : 'reference';
  for (const [property, names] of Object.entries(object.references))
    for (const to of ownEdges.has(property) ? [] : names)
      if (to !== from && !to.startsWith(`${from}.`)) add(kind, from, to, property);
}

function handlerEdges(add: Add, object: MetadataObject, index: NameIndex): void {
  const from = object.fullName.en;
  const handler = object.subscription?.handler ?? object.job?.handler ?? '';
  const [word = '', module = '', method = ''] = handler.split('.');
  if (module !== '') add('handler', from, `${word}.${module}`, method);
  for (const item of object.subscription?.source.items ?? []) {
    if (item.kind === 'object' || item.kind === 'defined') add('source', from, item.object, 'source');
    if (item.kind === 'set')
      for (const one of index.graph.objects)
        if (
          item.name.startsWith(one.kind) &&
          `${one.kind}Object|${one.kind}RecordSet|${one.kind}Manager`.includes(item.name)
        )
          add('source', from, one.fullName.en, item.name);
  }
}

function queryEdges(
  add: Add,
  index: NameIndex,
  kind: EdgeKind,
  from: string,
  text: string,
  via: string,
): void {
  if (text === '') return;
  for (const mention of scanNames(text, 'query')) {
    const { target } = resolveChain(index, mention.segments);
    if (target !== undefined) add(kind, from, target.name, via);
  }
}

function formEdges(add: Add, index: NameIndex, object: MetadataObject, form: Form): void {
  const from = object.kind === 'CommonForm' ? object.fullName.en : `${object.fullName.en}.Form.${form.name}`;
  for (const attribute of form.attributes) {
    for (const to of mentionedObjects(attribute.type)) add('form', from, to, attribute.name);
    if (attribute.mainTable !== '') add('form', from, attribute.mainTable, attribute.name);
    queryEdges(add, index, 'uses', from, attribute.queryText, attribute.name);
  }
  for (const item of form.items) {
    if (item.dataPath === '') continue;
    for (const target of pathTargets(index, form, item.dataPath))
      add('form', from, target.name, item.dataPath);
  }
}

function roleEdges(add: Add, index: NameIndex, object: MetadataObject): void {
  const from = object.fullName.en;
  for (const { object: to, rights } of object.role?.objects ?? []) {
    const allowed = rights.filter((right) => right.allowed).map((right) => right.name);
    if (allowed.length > 0) add('role', from, to, allowed.join(', '));
    for (const right of rights)
      for (const { condition } of right.restrictions)
        queryEdges(add, index, 'role', from, condition, `${to}: ${right.name}`);
  }
}

/** Ties between objects, each once, in the order of the objects. */
export function buildEdges(
  objects: readonly MetadataObject[],
  configurations: readonly ConfigurationInfo[],
  uses: readonly CodeUse[],
): readonly Edge[] {
  const [configuration] = configurations;
  if (configuration === undefined) return [];
  const index = indexOf({ configuration, extensions: [], objects, edges: [], conflicts: [], faults: [] });
  const edges: Edge[] = [];
  const seen = new Set<string>();
  const add: Add = (kind, from, to, via) => {
    const key = `${kind}|${from}|${to}|${via}`;
    if (seen.has(key)) return;
    seen.add(key);
    edges.push({ kind, from, to, via });
  };
  for (const object of objects) {
    typeEdges(add, object);
    referenceEdges(add, object);
    handlerEdges(add, object, index);
    roleEdges(add, index, object);
    for (const form of object.forms) formEdges(add, index, object, form);
  }
  for (const edge of codeEdges(index, configurations, uses)) add('uses', edge.from, edge.to, edge.via);
  return edges;
}
