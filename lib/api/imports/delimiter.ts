/** What stands between cells in the files of spreadsheets, of which each country and each program has its own. */
const delimiters = [',', ';', '\t', '|'] as const;

const sepLine = /^"?sep=(.)/i;

/** What stands between the cells of a CSV text: what its first line says (`sep=;`, which Excel reads and writes), or what that line has most of. */
export function delimiterOf(text: string): string {
  const line = /[^\r\n]{1,10000}/.exec(text.slice(0, 20_000).trimStart())?.[0] ?? '';
  const said = sepLine.exec(line)?.[1];
  if (said !== undefined) return said;
  const names = line.replaceAll(/"[^"]*"/g, '');
  const counts = delimiters.map((one) => names.split(one).length);
  return delimiters[counts.indexOf(Math.max(...counts))] ?? ',';
}

/** Whether a line names the delimiter only. */
export const saysDelimiter = ([first = '', ...rest]: readonly string[]): boolean =>
  sepLine.test(`${first}.`) && rest.every((cell) => cell === '');
