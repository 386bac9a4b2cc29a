import { type CreateReporter, separated } from './report.ts';

const [offset, prime, mask] = [0xcbf29ce484222325n, 0x100000001b3n, 0xffffffffffffffffn];

/** FNV-1a of 64 bits, in hexadecimal: tells findings apart, guards nothing. */
function fingerprint(text: string): string {
  let hash = offset;
  for (let at = 0; at < text.length; at += 1) hash = ((hash ^ BigInt(text.charCodeAt(at))) * prime) & mask;
  return hash.toString(16).padStart(16, '0');
}

/** GitLab's code quality report. A fingerprint survives a move to another line: it counts equal findings of a file. */
export const gitlabReporter: CreateReporter = ({ language }) => {
  const comma = separated(',\n');
  return {
    start: () => '[\n',
    file({ path, findings }) {
      const seen = new Map<string, number>();
      return comma(
        findings
          .map(({ key, severity, message, range }) => {
            const identity = `${path}\n${key}\n${message[language]}`;
            const nth = seen.get(identity) ?? 0;
            seen.set(identity, nth + 1);
            return JSON.stringify({
              description: message[language],
              check_name: key,
              fingerprint: fingerprint(`${identity}\n${nth}`),
              severity,
              location: { path, lines: { begin: range.start.line + 1, end: range.end.line + 1 } },
            });
          })
          .join(',\n'),
      );
    },
    end: () => '\n]\n',
  };
};
