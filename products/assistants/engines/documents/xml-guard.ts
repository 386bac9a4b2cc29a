import sax from 'sax';
import type { DocumentLimits } from './limits.ts';
import { RefusedFile } from './refusal.ts';

function decoded(part: Uint8Array): string {
  const utf16 =
    part[0] === 0xff && part[1] === 0xfe
      ? 'utf-16le'
      : part[0] === 0xfe && part[1] === 0xff
        ? 'utf-16be'
        : '';
  return new TextDecoder(utf16 || 'utf-8').decode(part);
}

const step = 32 * 1024;

/** Looks through an XML part: no DOCTYPE, well formed, not too many elements, not nested too deeply. */
export function checkXml(part: Uint8Array, name: string, limits: DocumentLimits): void {
  const shortName = name.slice(0, 80);
  const text = decoded(part);
  let depth = 0;
  let elements = 0;
  const parser = sax.parser(true, { position: false });
  parser.ondoctype = () => {
    throw new RefusedFile('unsafe_xml', shortName);
  };
  parser.onopentag = () => {
    depth += 1;
    elements += 1;
    if (depth > limits.depth) throw new RefusedFile('too_deep', shortName);
    if (elements > limits.elements)
      throw new RefusedFile('too_large', `${limits.elements} elements in ${shortName}`);
  };
  parser.onclosetag = () => {
    depth -= 1;
  };
  parser.onerror = (error) => {
    throw new RefusedFile('broken', `${shortName}: ${error.message.split('\n')[0]}`);
  };
  if (/<!DOCTYPE/i.test(text)) throw new RefusedFile('unsafe_xml', shortName);
  for (let at = 0; at < text.length; at += step) parser.write(text.slice(at, at + step));
  parser.close();
}
