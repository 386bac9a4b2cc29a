import { type DiagramFinding, finding } from '../finding.ts';

const tags = /<[A-Za-z_](?:[^<>"']|"[^"]*"|'[^']*')*>/g;
const idAttribute = /\sid\s*=\s*(?:"([^"]*)"|'([^']*)')/;
const ncName = /^[\p{L}_][\p{L}\p{M}\p{N}._-]*$/u;

/** Ids that are no NCName or occur twice. */
export function idFindings(xml: string): readonly DiagramFinding[] {
  const seen = new Set<string>();
  const found: DiagramFinding[] = [];
  for (const [tag] of xml.matchAll(tags)) {
    // Other attributes may hold anything, also something like an id.
    const [, double, single] =
      idAttribute.exec(tag.replace(/\s(?!id[\s=])[\w:.-]+\s*=\s*(?:"[^"]*"|'[^']*')/g, '')) ?? [];
    const id = double ?? single;
    if (id === undefined) continue;
    if (!ncName.test(id))
      found.push(
        finding('error', 'id_form', `Недопустимый id «${id}».`, `The id "${id}" is not allowed.`, id),
      );
    if (seen.has(id))
      found.push(
        finding('error', 'id_unique', `Повторяется id «${id}».`, `The id "${id}" occurs twice.`, id),
      );
    seen.add(id);
  }
  return found;
}
