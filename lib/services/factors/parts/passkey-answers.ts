import { z } from 'zod';

const bytes = (longest: number) =>
  z
    .string()
    .max(longest)
    .regex(/^[\w-]*$/, { error: 'is not base64url' });

const envelope = {
  id: bytes(1400).min(1),
  rawId: bytes(1400).min(1),
  type: z.literal('public-key'),
  authenticatorAttachment: z.enum(['platform', 'cross-platform']).exactOptional(),
  clientExtensionResults: z.looseObject({}).default({}),
};

/** What a browser makes of a new passkey, as JSON; the library judges what is in it. */
export const creationAnswer = z.object({
  ...envelope,
  response: z.object({
    clientDataJSON: bytes(4000),
    attestationObject: bytes(20_000),
    transports: z
      .array(
        z
          .string()
          .max(40)
          .regex(/^[\w-]+$/),
      )
      .max(10)
      .exactOptional(),
  }),
});

/** What a browser answers with a passkey. */
export const requestAnswer = z.object({
  ...envelope,
  response: z.object({
    clientDataJSON: bytes(4000),
    authenticatorData: bytes(4000),
    signature: bytes(4000),
    userHandle: bytes(200).exactOptional(),
  }),
});

/** What was asked, sealed, as the asker was given it. */
export const question = z.string().min(1).max(2000);
