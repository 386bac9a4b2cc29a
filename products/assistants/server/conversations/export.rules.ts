import type { Artifact } from '../tools/tool.ts';
import type { Citation, Conversation, Message } from './conversation.ts';

const words = {
  ru: {
    user: 'Вопрос',
    assistant: 'Ответ',
    sources: 'Источники',
    files: 'Файлы',
    page: 'с.',
    lines: 'строки',
  },
  en: {
    user: 'Question',
    assistant: 'Answer',
    sources: 'Sources',
    files: 'Files',
    page: 'p.',
    lines: 'lines',
  },
} as const;

type Locale = keyof typeof words;

/** A fence longer than any run of backticks inside. */
function fenced(language: string, content: string): string {
  const longest = Math.max(2, ...[...content.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}${language}\n${content}\n${fence}`;
}

const languages: Readonly<Record<Artifact['kind'], string>> = {
  bsl: 'bsl',
  query: 'sdbl',
  mermaid: 'mermaid',
  plantuml: 'plantuml',
  bpmn: 'xml',
  gherkin: 'gherkin',
  table: 'json',
  gantt: 'json',
  diff: 'diff',
  json: 'json',
};

function placeOf({ page, lines, reference }: Citation, locale: Locale): string {
  const { page: pageWord, lines: linesWord } = words[locale];
  const parts = [
    reference,
    ...(page === undefined ? [] : [`${pageWord} ${page}`]),
    ...(lines === undefined ? [] : [`${linesWord} ${lines[0]}–${lines[1]}`]),
  ];
  return parts.join(', ');
}

function messageText(message: Message, names: ReadonlyMap<string, string>, locale: Locale): string {
  const own = words[locale];
  const head = `## ${message.author === 'user' ? own.user : own.assistant} · ${message.createdAt.toISOString()}`;
  const files = message.fileIds.map((id) => names.get(id) ?? id);
  const parts = [head, message.content];
  if (files.length > 0) parts.push(`${own.files}: ${files.join(', ')}`);
  for (const { kind, title, content } of message.answer?.artifacts ?? [])
    parts.push(`### ${title}\n\n${fenced(languages[kind], content)}`);
  const citations = message.answer?.citations ?? [];
  if (citations.length > 0) {
    const lines = citations.map((one) => `- [${one.marker}] ${one.title} — ${placeOf(one, locale)}`);
    parts.push(`### ${own.sources}\n\n${lines.join('\n')}`);
  }
  return parts.join('\n\n');
}

/** A conversation as Markdown for people. */
export function conversationMarkdown(
  conversation: Conversation,
  messages: readonly Message[],
  { names, locale }: { readonly names: ReadonlyMap<string, string>; readonly locale: Locale },
): string {
  const parts = messages.map((message) => messageText(message, names, locale));
  return `${[`# ${conversation.title}`, ...parts].join('\n\n')}\n`;
}

/** A name for the file, safe in any file system. */
export function exportName(title: string, format: 'md' | 'json'): string {
  const name = title
    .replaceAll(/[^\p{L}\p{N} ._-]+/gu, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .replace(/^[. ]+/, '')
    .slice(0, 80)
    .trim();
  return `${name === '' ? 'conversation' : name}.${format}`;
}
