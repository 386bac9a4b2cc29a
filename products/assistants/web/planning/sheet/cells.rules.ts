import type { ResourceRow, TaskFile } from './sheet.ts';

export type DecimalMark = ',' | '.';

/** A number as it is typed: at most six decimals, without an exponent. */
export function numberText(value: number | undefined, mark: DecimalMark): string {
  if (value === undefined) return '';
  const text = value.toFixed(6).replace(/\.?0+$/, '');
  return (text === '-0' ? '0' : text).replace('.', mark);
}

/** Reads what people type: `2,5`, `1 200`. Undefined for an empty cell, NaN for what is no number. */
export function numberOf(text: string): number | undefined {
  const plain = text.replaceAll(/[\s\u00a0\u202f]/g, '').replace(',', '.');
  if (plain === '') return undefined;
  return /^-?(?:\d+\.?\d*|\.\d+)$/.test(plain) ? Number(plain) : Number.NaN;
}

type LinkFile = NonNullable<TaskFile['predecessors']>[number];

function linkText(link: LinkFile, mark: DecimalMark): string {
  if (typeof link === 'string') return link;
  const { from, type = 'FS', lag = 0, lag_unit: unit = 'days', elapsed = false } = link;
  if (lag === 0) return type === 'FS' ? from : `${from}${type}`;
  const size = numberText(Math.abs(lag), mark);
  return `${from}${type}${lag < 0 ? '-' : '+'}${size}${elapsed ? 'e' : ''}${unit === 'days' ? 'd' : 'h'}`;
}

/** Links as in the tables of MS Project: `3FS+2d; 5`. */
export function predecessorsText(links: TaskFile['predecessors'], mark: DecimalMark): string {
  return (links ?? []).map((link) => linkText(link, mark)).join('; ');
}

/** Parts between semicolons or commas; a comma between the digits of a lag stays with it. */
export function predecessorParts(text: string): string[] {
  return text
    .split(/;|,(?!\d{1,6}\s*[a-zа-я])/iu)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

const typed = /^(.*?)(\s*(?:FS|SS|FF|SF|ОН|НН|ОО|НО)(?:\s*[+-].*)?)?$/iu;

/** The same links with one task called otherwise. */
export function renamePredecessor(text: string, from: string, to: string): string {
  return text.replaceAll(/[^;,]+/g, (part) => {
    const [, id = '', rest = ''] = typed.exec(part.trim()) ?? [];
    if (part.trim() === from) return part.replace(from, () => to);
    return id === from ? part.replace(`${id}${rest}`, () => `${to}${rest}`) : part;
  });
}

const special = /[;,[\]]/;

/** How a resource is called in a cell: its name, or its id where the name would not lead back to it. */
function callOf(resource: ResourceRow, resources: readonly ResourceRow[]): string {
  const { id, name } = resource;
  const plain = name.trim();
  const same = resources.filter((each) => each.name.trim().toLowerCase() === plain.toLowerCase());
  return plain === '' || special.test(plain) || same.length > 1 ? id : plain;
}

type AssignmentFile = NonNullable<TaskFile['assignments']>[number];

/** `Anna; Boris[50%]`. */
export function assignmentsText(
  assignments: TaskFile['assignments'],
  resources: readonly ResourceRow[],
  mark: DecimalMark,
): string {
  return (assignments ?? [])
    .map(({ resource, units = 1 }) => {
      const known = resources.find(({ id }) => id === resource);
      const call = known === undefined ? resource : callOf(known, resources);
      return units === 1 ? call : `${call}[${numberText(units * 100, mark)}%]`;
    })
    .join('; ');
}

export interface CalledResource {
  /** As it was written. */
  readonly call: string;
  readonly units: number;
  readonly id: string | undefined;
}

const share = /^([^[\]]+?)\s*(?:\[\s*(\d{1,6}(?:[.,]\d+)?)\s*(%?)\s*\])?$/;

/** The resources a cell calls; a comma within brackets belongs to the number. */
export function calledIn(text: string, resources: readonly ResourceRow[]): readonly CalledResource[] {
  return text
    .split(/[;,](?![^[]*\])/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part) => {
      const parts = share.exec(part);
      const call = (parts?.[1] ?? part).trim();
      const units = Number((parts?.[2] ?? '1').replace(',', '.')) / (parts?.[3] === '%' ? 100 : 1);
      const wanted = call.toLowerCase();
      const found =
        resources.find(({ id }) => id === call) ??
        resources.find(({ name }) => name.trim().toLowerCase() === wanted);
      return { call, units, id: found?.id };
    });
}

export function assignmentsOf(called: readonly CalledResource[]): AssignmentFile[] {
  return called.map(({ call, id, units }) => ({ resource: id ?? call, units }));
}
