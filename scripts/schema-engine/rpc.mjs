import { createInterface } from 'node:readline';
import { panic } from './engine.mjs';

/** Answers JSON-RPC requests, one line each, in the order they come. */
export function serve(handle) {
  const lines = createInterface({ input: process.stdin });
  let last = Promise.resolve();
  lines.on('line', (line) => {
    const request = line.trim() === '' ? {} : JSON.parse(line);
    // Without a method it is the CLI's answer to our `print`.
    if (request.method !== undefined) last = last.then(() => answer(handle, request));
  });
  lines.on('close', () => last.then(() => process.exit(0)));
}

async function answer(handle, request) {
  // A panic in the engine ends no promise, it is thrown past all of them; unanswered, the CLI would report success.
  const fallen = (error) => {
    send({ id: request.id, error: failureOf(error) });
    process.exit(101);
  };
  process.once('uncaughtException', fallen);
  try {
    const result = await handle(request);
    if (request.method === 'diff' && result.stdout) print(request.id, result.stdout);
    send({ id: request.id, result });
  } catch (error) {
    send({ id: request.id, error: failureOf(error) });
  } finally {
    process.off('uncaughtException', fallen);
  }
}

/** The native engine shows a difference by asking the CLI to print it. */
const print = (id, content) => send({ id: 1_000_000 + id, method: 'print', params: { content } });

const failureOf = (error) => {
  const isPanic = error instanceof WebAssembly.RuntimeError;
  const message = isPanic ? panic.message : (error?.message ?? String(error));
  const data = { is_panic: isPanic, message, error_code: error?.code, meta: error?.meta ?? null };
  return { code: 4466, message: isPanic ? message : 'An error happened. Check the data field for details.', data };
};

const send = (message) => process.stdout.write(`${JSON.stringify({ jsonrpc: '2.0', ...message })}\n`);
