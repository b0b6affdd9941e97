import { csvText } from '../exports/csv-text';

/** What a line of the files says; the shape is the API's. */
type Entry = {
  readonly seq: number;
  readonly at: string;
  readonly actor: { readonly name: string; readonly kind: string };
  readonly action: string;
  readonly target: string | null;
  readonly outcome: string;
  readonly network: string | null;
  readonly detail: object;
};

type Pages = AsyncIterable<readonly Entry[]>;

const columns = ['seq', 'at', 'actor', 'actor_kind', 'action', 'target', 'outcome', 'network', 'detail'];

/** One header line, then an entry a line; text that a spreadsheet would run gets an apostrophe. */
export async function* auditCsv(pages: Pages): AsyncGenerator<string> {
  yield csvText([columns]);
  for await (const entries of pages) yield csvText(entries.map(cellsOf));
}

const cellsOf = ({ seq, at, actor, action, target, outcome, network, detail }: Entry) => [
  ...[seq, at, actor.name, actor.kind, action, target, outcome, network],
  JSON.stringify(detail),
];

/** An entry a line, as the API tells it. */
export async function* auditNdjson(pages: Pages): AsyncGenerator<string> {
  for await (const entries of pages) yield entries.map((entry) => `${JSON.stringify(entry)}\n`).join('');
}
