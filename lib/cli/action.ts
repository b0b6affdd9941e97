import type { Command } from 'commander';
import { fail, type Result } from '@/lib/domain/result';
import type { Context } from '@/lib/services/context';
import { isDatabaseAway } from '@/lib/services/parts/database-away';
import { emptyPlaceWords } from './empty-place';
import { failureText, type KnownFailure } from './failure-words';
import type { WorldOptions } from './in-world';

/** What a command tells when it is done: for programs and for people. `failed` is a result that is complete but bad news: exit 1. */
export type Output = { readonly data: object; readonly words: string; readonly failed?: boolean };

/** Null when the command's answer stands on standard output already. */
export type Outcome = Result<Output | null, KnownFailure>;

export type Input = { readonly args: readonly string[]; readonly options: Readonly<Record<string, unknown>> };

/** Gives a command its `--json` and its work: in the world as the command line sees it, told once, with the exit code of the contract. */
export const action = (
  command: Command,
  work: (ctx: Context, input: Input) => Promise<Outcome>,
  options: WorldOptions = { to: 'work' },
): Command =>
  command.option('--json', 'print one JSON document for scripts').action(async () => {
    // Loaded when it is needed: help and usage errors should not wait for a database.
    const { inWorld } = await import('./in-world');
    const input = { args: command.args, options: command.opts() };
    const outcome = await inWorld(options, (ctx) => inItsPlace(ctx, () => work(ctx, input))).catch(awayAsFailure);
    process.exitCode = tell(outcome, input.options.json === true);
  });

/** Asked afterwards, since a command may be the one that begins. */
async function inItsPlace(ctx: Context, work: () => Promise<Outcome>): Promise<Outcome> {
  const outcome = await work();
  const words = outcome.ok ? await emptyPlaceWords(ctx) : null;
  if (words !== null) process.stderr.write(`${words}\n`);
  return outcome;
}

/** A mistake of ours and a refusal to start are thrown on, and told by the program. */
function awayAsFailure(error: unknown): Outcome {
  if (!(error instanceof Error) || !isDatabaseAway(error)) throw error;
  return fail({ kind: 'database-away', reason: error.message });
}

/** 0 done, 1 failed, 2 not what the command takes. */
function tell(outcome: Outcome, asJson: boolean): 0 | 1 | 2 {
  if (outcome.ok) {
    if (outcome.value === null) return 0;
    const { data, words, failed = false } = outcome.value;
    process.stdout.write(`${asJson ? JSON.stringify(data) : words}\n`);
    return failed ? 1 : 0;
  }
  const { failure } = outcome;
  const message = failureText(failure);
  if (asJson) process.stdout.write(`${JSON.stringify({ error: { kind: failure.kind, message } })}\n`);
  else process.stderr.write(`${message}\n`);
  return failure.kind === 'invalid-input' ? 2 : 1;
}
