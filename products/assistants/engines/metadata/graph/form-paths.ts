import type { Form, FormAttribute, MetadataObject } from '../model/graph-types.ts';
import type { NameIndex } from './name-index.ts';
import { resolveChain, resolveMembers, type Target } from './resolve-chain.ts';

function rootOf(index: NameIndex, attribute: FormAttribute): readonly MetadataObject[] {
  if (attribute.mainTable === '') return index.targets(attribute.type);
  const target = resolveChain(index, attribute.mainTable.split('.')).target;
  return target === undefined ? [] : [target.object];
}

/** What a data path (`Объект.Контрагент.ИНН`) passes on its way: fields and sections, the last one last. */
export function pathTargets(index: NameIndex, form: Form, dataPath: string): readonly Target[] {
  const [first = '', ...rest] = dataPath.replace(/^~/u, '').split('.');
  const attribute = form.attributes.find((one) => one.name.toLowerCase() === first.toLowerCase());
  if (attribute === undefined || rest.length === 0) return [];
  for (const object of rootOf(index, attribute)) {
    const { passed } = resolveMembers(index, object, rest);
    if (passed.length > 0) return passed;
  }
  return [];
}
