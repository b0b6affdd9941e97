import type { OwnPasskey } from '@/lib/services/factors/view-own-factors';
import { type Here, timeWords } from '@/lib/views/words/numbers';
import { ActionButton } from '../../../../_ui/action-button';
import { Confirm } from '../../../../_ui/confirm';
import { addPasskeyForm, askNewPasskey, removePasskeyForm, renamePasskeyForm } from '../actions';
import { AddPasskey } from './add-passkey';
import { RenamePasskey } from './rename-passkey';

type Props = { passkeys: readonly OwnPasskey[]; here: Here; offered: boolean };

export const PasskeySection = ({ passkeys, here, offered }: Props) => (
  <section className="factor" aria-labelledby="h-passkeys">
    <h2 id="h-passkeys">Passkeys</h2>
    <p className="text">
      {offered
        ? 'Sign in with a finger, a face or the PIN of this device, a phone or a key: without password and code.'
        : 'Browsers keep passkeys for names over https only. This address is none, so that codes are the way here.'}
    </p>
    {passkeys.length > 0 && (
      <ul className="passkeys" aria-label="Your passkeys">
        {passkeys.map((passkey) => (
          <li key={passkey.id}>
            <b>{passkey.name}</b>
            <p className="small muted">
              Added {timeWords(passkey.createdAt, here)},{' '}
              {passkey.lastUsedAt === null ? 'never used' : `last used ${timeWords(passkey.lastUsedAt, here)}`}
            </p>
            <div className="actions">
              <RenamePasskey id={passkey.id} name={passkey.name} rename={renamePasskeyForm} />
              <Confirm label="Remove" kind="danger" question={`Remove “${passkey.name}”? It signs nobody in any more.`}>
                <ActionButton
                  action={removePasskeyForm}
                  fields={{ id: passkey.id }}
                  kind="danger"
                  busy="Removing"
                  label={`Remove ${passkey.name} for good`}
                >
                  Remove for good
                </ActionButton>
              </Confirm>
            </div>
          </li>
        ))}
      </ul>
    )}
    {offered && (
      <>
        <AddPasskey ask={askNewPasskey} finish={addPasskeyForm} />
        <noscript>
          <p className="small muted">A passkey can only be added with JavaScript.</p>
        </noscript>
      </>
    )}
  </section>
);
