import type { SignInView } from '@/lib/services/access/view-sign-in';
import { domainsWords, modeWords } from '@/lib/views/words/provider-refusals';
import { roleWords } from '@/lib/views/words/roles';
import { PanelBody } from '../../../../_ui/panel';
import { Cell, Row, RowHead, Table } from '../../../../_ui/table';

const columns = [{ label: 'What' }, { label: 'Set to' }, { label: 'Variable' }];

/** Secrets are no part of it: the service leaves them out. */
export function Environment({ view }: { view: SignInView }) {
  return (
    <PanelBody className="flush cards">
      <Table caption="What the environment says about sign-in" columns={columns}>
        {rowsOf(view).map(({ what, value, variable }) => (
          <Row key={variable}>
            <RowHead>{what}</RowHead>
            <Cell>{value}</Cell>
            <Cell>
              <code>{variable}</code>
            </Cell>
          </Row>
        ))}
      </Table>
    </PanelBody>
  );
}

type Told = { readonly what: string; readonly value: string; readonly variable: string };

const rowsOf = ({ mode, factorRequired, provider, callbackUrl }: SignInView): Told[] => [
  { what: 'Ways in', value: modeWords[provider === null ? 'password' : mode], variable: 'SIGN_IN' },
  {
    what: 'Must have a second factor',
    value: factorRequired.length === 0 ? 'nobody' : factorRequired.join(', '),
    variable: 'REQUIRE_SECOND_FACTOR',
  },
  ...(provider === null
    ? [{ what: 'Single sign-on', value: 'none', variable: 'OIDC_ISSUER' }]
    : providerRows(provider, callbackUrl)),
];

const providerRows = (provider: NonNullable<SignInView['provider']>, callbackUrl: string): Told[] => [
  { what: 'Identity provider', value: provider.name, variable: 'OIDC_NAME' },
  { what: 'Issuer', value: provider.issuer, variable: 'OIDC_ISSUER' },
  { what: 'Known there as', value: provider.clientId, variable: 'OIDC_CLIENT_ID' },
  { what: 'Redirect address to register there', value: callbackUrl, variable: 'PUBLIC_URL' },
  {
    what: 'Newcomers',
    value:
      provider.defaultRole === 'none' ? 'refused unless invited' : `become ${roleWords[provider.defaultRole].name}`,
    variable: 'OIDC_DEFAULT_ROLE',
  },
  {
    what: 'Roles',
    value:
      provider.roles === null
        ? 'as the people page says'
        : `by the claim ${provider.roles.claim}: ${[...provider.roles.map].map(([value, role]) => `${value} is ${roleWords[role].name}`).join(', ')}`,
    variable: 'OIDC_ROLE_MAP',
  },
  { what: 'Addresses let in', value: domainsWords(provider.domains), variable: 'OIDC_ALLOWED_DOMAINS' },
  {
    what: 'Address without email_verified',
    value: provider.trustEmail ? 'believed' : 'refused',
    variable: 'OIDC_TRUST_EMAIL',
  },
];
