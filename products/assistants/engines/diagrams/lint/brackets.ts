const pairs: Readonly<Record<string, string>> = { ')': '(', ']': '[', '}': '{' };
/** Shapes whose sides are different signs: `[/a\]`, `>a]`. */
const asymmetric = /(?<=[\p{L}\p{N}_])>(?=[^\]\s-][^\]]*\])/gu;

/** The first bracket of a flowchart line that has no pair, texts in quotes and on arrows left aside. */
export function bracketFault(line: string): string | undefined {
  const bare = line
    .replace(/"[^"]*"/g, '')
    .replace(/\|[^|]*\|/g, '')
    .replace(asymmetric, '[');
  const open: string[] = [];
  for (const sign of bare) {
    if ('([{'.includes(sign)) open.push(sign);
    else if (sign in pairs && open.pop() !== pairs[sign]) return sign;
  }
  return open.at(-1);
}
