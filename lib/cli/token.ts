import { type Command, InvalidArgumentError, Option } from 'commander';
import { ok } from '@/lib/domain/result';
import { tokenScopes } from '@/lib/domain/roles';
import { action } from './action';

export function tokenCommands(program: Command): void {
  const token = program.command('token').description('API tokens');

  action(
    token
      .command('create')
      .description('make an API token and print it, once')
      .requiredOption('--user <address>', 'e-mail address of its owner; it may do at most what they may')
      .requiredOption('--name <name>', 'what will use it')
      .addOption(new Option('--scope <scope>', 'read, refresh as well, or all').choices(tokenScopes).default('read'))
      .option('--days <days>', 'ends after so many days, 365 at most (default: 90)', wholeDays),
    async (ctx, { options }) => {
      const { user: person, name, scope, days } = options;
      const { createToken } = await import('@/lib/services/tokens/create-token');
      const created = await createToken(ctx, { person, name, scope, days });
      if (!created.ok) return created;
      const { token: secret, expiresAt } = created.value;
      const data = { token: secret, name: created.value.name, expiresAt: expiresAt.toISOString() };
      return ok({ data, words: secret });
    },
  );

  action(
    token
      .command('revoke')
      .description('end the tokens of one name at once')
      .requiredOption('--user <address>', 'e-mail address of the owner')
      .requiredOption('--name <name>', 'name of the token'),
    async (ctx, { options }) => {
      const { revokeTokensNamed } = await import('@/lib/services/tokens/revoke-tokens');
      const revoked = await revokeTokensNamed(ctx, { person: options.user, name: options.name });
      if (!revoked.ok) return revoked;
      return ok({ data: revoked.value, words: `${revoked.value.revoked} revoked.` });
    },
  );
}

function wholeDays(text: string): number {
  if (!/^[1-9]\d{0,3}$/.test(text)) throw new InvalidArgumentError('Whole days from 1 to 365.');
  return Number(text);
}
