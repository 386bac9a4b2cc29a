import { typeItem, type ValueType } from '../model/value-type.ts';
import { child, childText, qualifiedText, type XmlNode } from '../xml/xml-node.ts';

function stringQualifiers(node: XmlNode): Pick<ValueType, 'string'> {
  return {
    string: {
      length: Number(childText(node, 'Length')) || 0,
      fixed: childText(node, 'AllowedLength') === 'Fixed' || childText(node, 'fixed') === 'true',
    },
  };
}

function numberQualifiers(node: XmlNode): Pick<ValueType, 'number'> {
  return {
    number: {
      digits: Number(childText(node, 'Digits') || childText(node, 'precision')) || 0,
      fraction: Number(childText(node, 'FractionDigits') || childText(node, 'scale')) || 0,
      nonNegative:
        childText(node, 'AllowedSign') === 'Nonnegative' || childText(node, 'nonNegative') === 'true',
    },
  };
}

function dateQualifiers(node: XmlNode): Pick<ValueType, 'date'> {
  const fractions = childText(node, 'DateFractions');
  return { date: fractions === 'Date' || fractions === 'Time' ? fractions : 'DateTime' };
}

function qualifiers(node: XmlNode): Omit<ValueType, 'items'> {
  const string = child(node, 'StringQualifiers');
  const number = child(node, 'NumberQualifiers');
  const date = child(node, 'DateQualifiers');
  return {
    ...(string && stringQualifiers(string)),
    ...(number && numberQualifiers(number)),
    ...(date && dateQualifiers(date)),
  };
}

/** A type description: `v8:Type` and `v8:TypeSet` of the Designer, `types` of EDT. */
export function readType(node: XmlNode | undefined): ValueType {
  if (node === undefined) return { items: [] };
  const named = node.children.filter((one) => ['Type', 'TypeSet', 'types'].includes(one.name));
  const items = named.filter((one) => one.text !== '').map((one) => typeItem(qualifiedText(one).local));
  return { items, ...qualifiers(node) };
}
