import { Refusal } from '#base/refusal';
import type { SearchDocument } from '../index.ts';
import { clean } from './words.rules.ts';

const longestText = 200_000;
const mostValues = 200;

function invalid(message: string): Refusal {
  return new Refusal('invalid', 'search.document_invalid', message);
}

function check(document: SearchDocument): void {
  const { id, title, keywords = '', text = '', popularity = 0, facets = {}, numbers = {} } = document;
  if (id === '' || id.length > 200) throw invalid('The id of a document has 1 to 200 characters.');
  if (title.length + keywords.length + text.length > longestText) {
    throw invalid(`A document has at most ${longestText} characters.`);
  }
  const counted = [popularity, ...Object.values(numbers)];
  if (!counted.every(Number.isFinite)) throw invalid('Numbers of a document are finite.');
  const values = Object.values(facets).reduce((sum, list) => sum + list.length, 0);
  if (values + Object.keys(numbers).length > mostValues) {
    throw invalid(`A document has at most ${mostValues} values to filter by.`);
  }
}

/** The document as it is kept. Throws a refusal `search.document_invalid`. */
export function keepable(document: SearchDocument): SearchDocument {
  check(document);
  const facets = Object.entries(document.facets ?? {}).map(
    ([name, values]) => [clean(name), [...new Set(values.map(clean))]] as const,
  );
  const numbers = Object.entries(document.numbers ?? {}).map(
    ([name, value]) => [clean(name), value] as const,
  );
  return {
    id: document.id,
    title: clean(document.title),
    keywords: clean(document.keywords ?? ''),
    text: clean(document.text ?? ''),
    popularity: document.popularity ?? 0,
    facets: Object.fromEntries(facets),
    numbers: Object.fromEntries(numbers),
  };
}
