import type { CheckedFile } from '../../contract/index.ts';
import { saveFile } from '../pieces/save-file.ts';
import type { DownloadedFormat } from './write-report.ts';

export const reportFormats: readonly DownloadedFormat[] = ['sarif', 'json', 'junit', 'sonar', 'gitlab'];

const names: Readonly<Record<DownloadedFormat, string>> = {
  sarif: 'code-review.sarif',
  json: 'code-review.json',
  junit: 'code-review-junit.xml',
  sonar: 'code-review-sonar.json',
  gitlab: 'gl-code-quality-report.json',
};

/** Gives the report to the person in a format of other programs, made in the browser. */
export async function downloadReport(
  files: readonly CheckedFile[],
  format: DownloadedFormat,
  language: 'ru' | 'en',
): Promise<void> {
  const { writeReport } = await import('./write-report.ts');
  const type = format === 'junit' ? 'application/xml' : 'application/json';
  saveFile(new Blob([...writeReport(files, format, language)], { type }), names[format]);
}
