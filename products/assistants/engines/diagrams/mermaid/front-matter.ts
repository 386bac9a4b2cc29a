import { mermaidTitle } from '../text/mermaid-text.ts';

/** The title of kinds whose syntax has no word for it. */
export function frontMatter(title: string | undefined): readonly string[] {
  return title === undefined ? [] : ['---', `title: ${mermaidTitle(title)}`, '---'];
}
