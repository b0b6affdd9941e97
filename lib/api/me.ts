import { z } from 'zod';
import { roles } from '@/lib/domain/roles';
import { signInWays } from '@/lib/domain/sign-in-way';
import { instant } from './common';

export const meSchema = z
  .strictObject({
    id: z.string(),
    email: z.string(),
    name: z.string(),
    role: z.enum(roles),
    organisation: z.string(),
    secondFactor: z.enum(['none', 'totp', 'passkey', 'sso']).meta({
      description:
        'What there is beside the password; `sso`: signed in at the company’s provider, and nothing of its own here',
    }),
    signedInBy: z.enum([...signInWays, 'token']),
  })
  .meta({ id: 'Me', description: 'Who asks, and how they came' });

export const passkeySchema = z
  .strictObject({ id: z.string(), name: z.string(), createdAt: instant, lastUsedAt: instant.nullable() })
  .meta({ id: 'Passkey' });

export const factorsSchema = z
  .strictObject({
    totp: z.boolean().meta({ description: 'Whether an app for codes is set up' }),
    passkeys: z.array(passkeySchema),
    recoveryCodesLeft: z.int().min(0),
  })
  .meta({ id: 'SecondFactor' });

export const passkeyListSchema = z.strictObject({ data: z.array(passkeySchema) });

export const begunTotpSchema = z.strictObject({
  secret: z.string().meta({ description: 'In base32, for who cannot scan' }),
  otpauthUrl: z.string().meta({ description: 'What a QR code for an app holds' }),
});

export const recoveryCodesSchema = z.strictObject({
  recoveryCodes: z.array(z.string()).meta({ description: 'Told once, here; each signs in once' }),
});

export const codeInput = z.strictObject({ code: z.string().meta({ example: '287082' }) });

const answer = z.looseObject({}).meta({ description: 'A credential of WebAuthn as JSON, binary in base64url' });
const question = z.string().meta({ description: 'As `passkeys/options` gave it' });

export const optionsInput = z.strictObject({
  for: z.enum(['add', 'confirm']).default('add').meta({ description: 'A new passkey, or a proof by one of one’s own' }),
});

export const optionsSchema = z.strictObject({
  options: z.looseObject({}).meta({ description: 'What navigator.credentials takes, as JSON, binary in base64url' }),
  question: z.string().meta({ description: 'To be sent back with the answer, within 5 minutes' }),
});

export const newPasskeyInput = z.strictObject({ name: z.string(), question, answer });
export const passkeyNameInput = z.strictObject({ name: z.string() });
export const renamedPasskeySchema = z.strictObject({ id: z.string(), name: z.string() });

export const confirmInput = z.strictObject({
  password: z.string().optional(),
  code: z.string().optional(),
  question: question.optional(),
  answer: answer.optional(),
});

type Passkey = {
  readonly id: string;
  readonly name: string;
  readonly createdAt: Date;
  readonly lastUsedAt: Date | null;
};

export const passkeyJson = ({ id, name, createdAt, lastUsedAt }: Passkey): z.output<typeof passkeySchema> => ({
  id,
  name,
  createdAt: createdAt.toISOString(),
  lastUsedAt: lastUsedAt?.toISOString() ?? null,
});

type Factors = {
  readonly totp: 'none' | 'working' | 'unreadable';
  readonly passkeys: readonly Passkey[];
  readonly recoveryCodesLeft: number;
};

export const factorsJson = ({ totp, passkeys, recoveryCodesLeft }: Factors): z.output<typeof factorsSchema> => ({
  totp: totp !== 'none',
  passkeys: passkeys.map(passkeyJson),
  recoveryCodesLeft,
});

export const removedAppSchema = z.strictObject({ removed: z.literal(true) }).meta({ id: 'RemovedApp' });
