import type { Field, MetadataObject, TabularSection } from '../model/graph-types.ts';
import { typeText } from '../model/value-type.ts';

/** What an object says, as `path → text`: two such lists are compared line by line. */
export type Flat = ReadonlyMap<string, string>;

type Put = (path: string, value: string) => void;

function putRecord(put: Put, path: string, record: Readonly<Record<string, string>>): void {
  for (const [key, value] of Object.entries(record)) put(`${path}${key}`, value);
}

function putFields(put: Put, prefix: string, fields: readonly Field[]): void {
  for (const field of fields) {
    const path = `${prefix}${field.part}.${field.name}`;
    put(path, typeText(field.type).en);
    if (field.part === 'StandardAttribute') continue;
    putRecord(put, `${path}.`, field.properties);
    putRecord(put, `${path}.synonym.`, field.synonym);
  }
}

function putSection(put: Put, section: TabularSection): void {
  const path = `TabularSection.${section.name}`;
  put(path, '');
  putRecord(put, `${path}.synonym.`, section.synonym);
  putFields(put, `${path}.`, section.fields);
}

function putForms(put: Put, object: MetadataObject): void {
  for (const form of object.forms) {
    const path = `Form.${form.name}`;
    put(path, form.formType);
    for (const one of form.attributes) put(`${path}.Attribute.${one.name}`, typeText(one.type).en);
    for (const item of form.items)
      put(`${path}.Item.${item.name}`, `${item.type} ${item.dataPath || item.command}`.trim());
    for (const command of form.commands) put(`${path}.Command.${command.name}`, command.action);
    for (const handler of form.handlers) put(`${path}.Event.${handler.event}`, handler.method);
  }
}

function putRights(put: Put, object: MetadataObject): void {
  for (const { object: name, rights } of object.role?.objects ?? [])
    for (const right of rights) {
      const conditions = right.restrictions.map((one) => one.condition);
      put(`Right.${name}.${right.name}`, [String(right.allowed), ...conditions].join('\n'));
    }
}

function putServices(put: Put, object: MetadataObject): void {
  for (const template of object.httpService?.templates ?? []) {
    put(`URLTemplate.${template.name}`, template.template);
    for (const method of template.methods)
      put(`URLTemplate.${template.name}.Method.${method.name}`, `${method.httpMethod} ${method.handler}`);
  }
  for (const operation of object.webService?.operations ?? [])
    put(`Operation.${operation.name}`, `${operation.procedure}(${operation.parameters.join(', ')})`);
}

/** Flattens an object; files and line numbers are left out. */
export function flatten(object: MetadataObject): Flat {
  const flat = new Map<string, string>();
  const put: Put = (path, value) => flat.set(path, value);
  putRecord(put, '', object.properties);
  putRecord(put, 'synonym.', object.synonym);
  for (const [property, names] of Object.entries(object.references))
    put(property, [...names].sort().join(', '));
  if (object.type !== undefined) put('type', typeText(object.type).en);
  if (object.subscription !== undefined) put('source', typeText(object.subscription.source).en);
  putFields(put, '', object.fields);
  for (const section of object.tabularSections) putSection(put, section);
  for (const value of object.enumValues) put(`EnumValue.${value.name}`, value.synonym['ru'] ?? '');
  for (const item of object.predefined)
    put(`Predefined.${item.name}`, `${item.code} ${item.description}`.trim());
  for (const command of object.commands) put(`Command.${command.name}`, '');
  for (const template of object.templates) put(`Template.${template.name}`, '');
  for (const module of object.modules) put(`Module.${module.owner}.${module.type}`, '');
  putForms(put, object);
  putRights(put, object);
  putServices(put, object);
  return flat;
}
