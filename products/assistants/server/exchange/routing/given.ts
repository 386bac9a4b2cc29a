import type { Question } from '../question.ts';
import { joined, kindOfFile, type Material, noMaterial, takeApart } from './material.rules.ts';
import type { Given } from './slots.rules.ts';

/** Words this long may be a description themselves. */
const descriptionLength = 80;

function materialOfFiles(files: Question['files']): readonly Material[] {
  return files.map(({ name, text }) => ({ ...noMaterial, [kindOfFile(name, text)]: text }));
}

/** What earlier questions of the branch gave, the latest first; a long one is a description itself. */
function earlierMaterial(history: Question['history']): readonly Material[] {
  return history
    .filter(({ author }) => author === 'user')
    .toReversed()
    .map(({ content }) => {
      const { material, words } = takeApart(content);
      const document = words.length >= descriptionLength ? words : undefined;
      return { ...material, document: material.document ?? document };
    });
}

/**
 * What there is to answer a question with: what it says and brings, then its files, then what was said before. Text
 * of an earlier question stands back where this one describes something itself.
 */
export function givenBy(question: Question): Given {
  const { text, history, files, projectId, locale } = question;
  const { material, words } = takeApart(text);
  const brought = joined([material, ...materialOfFiles(files)]);
  const earlier = joined(earlierMaterial(history));
  const document = brought.document ?? (words.length >= descriptionLength ? undefined : earlier.document);
  return { words, material: { ...joined([brought, earlier]), document }, projectId, locale };
}
