import type { OwnFactors, OwnPasskey } from '@/lib/services/factors/view-own-factors';
import { secondFactorPath } from '@/lib/views/paths';
import { type Here, timeWords } from '@/lib/views/words/numbers';
import { ButtonLink } from '../../../_ui/button';
import { Panel, PanelBody } from '../../../_ui/panel';
import '../../_parts/facts-list.css';

const appWords = {
  none: 'not set up',
  working: 'set up',
  unreadable: 'its codes cannot be checked: set it up anew',
} as const;

/** What is asked beside the password; it is changed on a page of its own. */
export function Factors({ own, here }: { own: OwnFactors; here: Here }) {
  const { totp, passkeys, recoveryCodesLeft } = own;
  const has = totp !== 'none' || passkeys.length > 0;
  return (
    <Panel id="second-factor" title="Second factor" sub="What is asked beside your password.">
      <PanelBody className="stack tight">
        <dl className="facts-list">
          <div>
            <dt>App for codes</dt>
            <dd>{appWords[totp]}</dd>
          </div>
          <div>
            <dt>Passkeys</dt>
            <dd>
              {passkeys.length === 0
                ? 'none'
                : passkeys.map((passkey) => <Passkey key={passkey.id} {...{ passkey, here }} />)}
            </dd>
          </div>
          {has && (
            <div>
              <dt>Recovery codes</dt>
              <dd>{recoveryCodesLeft === 0 ? 'none left' : `${recoveryCodesLeft} left`}</dd>
            </div>
          )}
        </dl>
        <p>
          <ButtonLink href={secondFactorPath()}>{has ? 'Change it' : 'Set one up'}</ButtonLink>
        </p>
      </PanelBody>
    </Panel>
  );
}

const Passkey = ({ passkey: { name, lastUsedAt }, here }: { passkey: OwnPasskey; here: Here }) => (
  <p>
    {name}, {lastUsedAt === null ? 'never used' : `last used ${timeWords(lastUsedAt, here)}`}
  </p>
);
