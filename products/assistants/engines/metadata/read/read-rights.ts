import type { ObjectRights, Right, RoleData } from '../model/graph-types.ts';
import { childrenNamed, childText, type XmlNode } from '../xml/xml-node.ts';

function readRight(node: XmlNode): Right {
  return {
    name: childText(node, 'name'),
    allowed: childText(node, 'value') === 'true',
    restrictions: childrenNamed(node, 'restrictionByCondition').map((one) => ({
      fields: childrenNamed(one, 'field').map((field) => field.text),
      condition: childText(one, 'condition'),
    })),
  };
}

function readObject(node: XmlNode): ObjectRights {
  return { object: childText(node, 'name'), rights: childrenNamed(node, 'right').map(readRight) };
}

/** `Rights.xml` of the Designer and `*.rights` of EDT are the same format. */
export function readRights(root: XmlNode, file: string): RoleData {
  const flag = (name: string) => childText(root, name) === 'true';
  return {
    file,
    setForNewObjects: flag('setForNewObjects'),
    setForAttributesByDefault: flag('setForAttributesByDefault'),
    independentRightsOfChildObjects: flag('independentRightsOfChildObjects'),
    objects: childrenNamed(root, 'object').map(readObject),
    templates: childrenNamed(root, 'restrictionTemplate').map((one) => ({
      name: childText(one, 'name'),
      condition: childText(one, 'condition'),
    })),
  };
}
