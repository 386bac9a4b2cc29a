import { type CreateReporter, separated } from './report.ts';

/** `{files: [{path, findings: [{key, severity, message, range}]}]}`; files without findings have an empty list. */
export const jsonReporter: CreateReporter = ({ language }) => {
  const comma = separated(',\n');
  return {
    start: () => '{"files":[\n',
    file: ({ path, findings }) =>
      comma(
        JSON.stringify({
          path,
          findings: findings.map(({ key, type, severity, message, range, standards, fix, related }) => ({
            key,
            severity,
            type,
            message: message[language],
            range,
            ...(standards.length > 0 ? { standards } : {}),
            ...(related.length > 0
              ? {
                  related: related.map((other) => ({ message: other.message[language], range: other.range })),
                }
              : {}),
            ...(fix === undefined ? {} : { fix: { title: fix.title[language], edits: fix.edits } }),
          })),
        }),
      ),
    end: () => '\n]}\n',
  };
};
