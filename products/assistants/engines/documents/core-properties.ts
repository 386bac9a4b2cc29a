import sax from 'sax';
import type { OfficePackage } from './office-package.ts';

const wanted: Readonly<Record<string, string>> = {
  'dc:title': 'title',
  'dc:creator': 'author',
  'dcterms:modified': 'modified',
  'dcterms:created': 'created',
};

/** Title, author and dates an office file says about itself. */
export function coreProperties(source: OfficePackage): Readonly<Record<string, string>> {
  const part = source.parts.get('docProps/core.xml');
  if (!part) return {};
  const found: Record<string, string> = {};
  let name: string | undefined;
  const parser = sax.parser(true, { position: false });
  parser.onopentag = (tag) => {
    name = wanted[tag.name];
  };
  parser.onclosetag = () => {
    name = undefined;
  };
  parser.ontext = (text) => {
    if (name !== undefined && text.trim() !== '') found[name] = text.trim().slice(0, 300);
  };
  parser.write(new TextDecoder().decode(part)).close();
  return found;
}
