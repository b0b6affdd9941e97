import { expect, test, vi } from 'vitest';
import { createProgram } from '@/lib/cli/program';

/** What the tool writes for arguments it never gets to work with. */
async function asked(args: string) {
  const written: string[] = [];
  const write = (text: string | Uint8Array) => written.push(String(text)) > 0;
  const spies = [process.stdout, process.stderr].map((stream) => vi.spyOn(stream, 'write').mockImplementation(write));
  const error: unknown = await createProgram()
    .parseAsync(args.split(' ').filter(Boolean), { from: 'user' })
    .catch((thrown: unknown) => thrown);
  for (const spy of spies) spy.mockRestore();
  return { text: written.join(''), error };
}

const commands = [
  'user add',
  'user list',
  'user disable',
  'user enable',
  'user role',
  'user reset-password',
  'user erase',
].concat(
  'token create',
  'token revoke',
  'refresh',
  'import',
  'export',
  'backup',
  'restore',
  'verify',
  'head',
  'audit export',
  'rotate-key',
);

test.each(['', 'user', 'token', 'audit', ...commands])('%j has help', async (command) => {
  const { text, error } = await asked(`${command} --help`);
  expect(error).toMatchObject({ exitCode: 0 });
  expect(text).toContain(`Usage: cli ${command}`);
  if (commands.includes(command)) expect(text).toContain('--json');
});

test.each([
  ['', 'Usage'],
  ['user', 'Usage'],
  ['nonsense', 'unknown command'],
  ['refresh --fast', 'unknown option'],
  ['import', 'missing required argument'],
  ['user add --email x@example.org', 'required option'],
  ['user role --email ada@example.org --role king', 'Allowed choices'],
  ['token create --user ada@example.org --name n --days 0', 'Whole days'],
])('%j is no usage, and says why', async (args, words) => {
  const { text, error } = await asked(args);
  expect(error).toMatchObject({ name: 'CommanderError' });
  expect(error).not.toMatchObject({ exitCode: 0 });
  expect(text).toContain(words);
});
