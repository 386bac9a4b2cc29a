import sax from 'sax';
import { xmlText } from '#products/assistants/engines/xml';
import { type Coverage, CoverageFormatError } from './coverage.ts';

/** SonarQube's generic coverage, as Coverage41C writes it. */
export function writeGenericCoverage(coverage: Coverage): string {
  const files = [...coverage].map(([path, lines]) => {
    const rows = [...lines]
      .toSorted(([left], [right]) => left - right)
      .map(([line, hits]) => `    <lineToCover lineNumber="${line}" covered="${hits > 0}"/>\n`);
    return `  <file path="${xmlText(path)}">\n${rows.join('')}  </file>\n`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>\n<coverage version="1">\n${files.join('')}</coverage>\n`;
}

/**
 * Reads SonarQube's generic coverage. A covered line counts as run once.
 * @throws CoverageFormatError for anything else, a document type included.
 */
export function readGenericCoverage(xml: string): Coverage {
  const coverage = new Map<string, Map<number, number>>();
  const parser = sax.parser(true, {});
  let file: Map<number, number> | undefined;
  let isCoverage = false;
  parser.onerror = (error) => {
    throw new CoverageFormatError(`The XML is broken: ${error.message.split('\n')[0]}.`);
  };
  parser.ondoctype = () => {
    throw new CoverageFormatError('A document type is not allowed.');
  };
  parser.onopentag = ({ name, attributes }) => {
    const value = (key: string): string => String(attributes[key] ?? '');
    if (name === 'coverage') isCoverage = true;
    else if (name === 'file') {
      const path = value('path').replaceAll('\\', '/');
      if (path === '') throw new CoverageFormatError('A file has no path.');
      file = coverage.get(path) ?? new Map();
      coverage.set(path, file);
    } else if (name === 'lineToCover') {
      const line = Number(value('lineNumber'));
      if (!Number.isSafeInteger(line) || line < 1)
        throw new CoverageFormatError(`A line has the number "${value('lineNumber')}".`);
      file?.set(line, Math.max(file.get(line) ?? 0, value('covered') === 'true' ? 1 : 0));
    }
  };
  parser.write(xml.replace(/^\uFEFF/, '')).close();
  if (!isCoverage) throw new CoverageFormatError('There is no <coverage> in the file.');
  return coverage;
}
