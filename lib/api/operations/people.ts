import {
  endAllQuery,
  endedSchema,
  listQuery,
  ownSessionPath,
  ownTokenPath,
  personListSchema,
  personPath,
  personSessionPath,
  personTokenPath,
  revokedSchema,
  sessionListSchema,
  tokenListSchema,
} from '../person';
import type { Operation } from './operation';

const notThere = { 404: 'It is not there, or over already' };

/** People, and what they come in with. */
export const peopleOperations: readonly Operation[] = [
  {
    method: 'get',
    path: '/people',
    summary: 'Everybody, by name',
    permission: 'people:manage',
    query: listQuery,
    answer: personListSchema,
  },
  ...sessionsAndTokens({ base: '/people/{id}', whose: 'Somebody’s', permission: 'people:manage' }),
  ...sessionsAndTokens({ base: '/me', whose: 'One’s own', permission: 'self:manage' }),
];

type Whose = { base: string; whose: string; permission: 'people:manage' | 'self:manage' };

function sessionsAndTokens({ base, whose, permission }: Whose): Operation[] {
  const isOwn = permission === 'self:manage';
  const all = isOwn ? {} : { params: personPath, problems: notThere };
  return [
    {
      method: 'get',
      path: `${base}/sessions`,
      summary: `${whose} sessions that live, the one that asks first`,
      permission,
      ...all,
      query: listQuery,
      answer: sessionListSchema,
    },
    {
      method: 'delete',
      path: `${base}/sessions`,
      summary: `End all ${whose.toLowerCase()} sessions but the one that asks`,
      permission,
      ...all,
      query: endAllQuery,
      answer: endedSchema,
    },
    {
      method: 'delete',
      path: `${base}/sessions/{session}`,
      summary: `End one of ${whose.toLowerCase()} sessions`,
      permission,
      params: isOwn ? ownSessionPath : personSessionPath,
      answer: endedSchema,
      problems: notThere,
    },
    {
      method: 'get',
      path: `${base}/tokens`,
      summary: `${whose} API tokens that work or ran out, newest first`,
      permission,
      ...all,
      query: listQuery,
      answer: tokenListSchema,
    },
    {
      method: 'delete',
      path: `${base}/tokens`,
      summary: `Revoke all ${whose.toLowerCase()} API tokens but the one that asks`,
      permission,
      ...all,
      query: endAllQuery,
      answer: revokedSchema,
    },
    {
      method: 'delete',
      path: `${base}/tokens/{token}`,
      summary: `Revoke one of ${whose.toLowerCase()} API tokens`,
      permission,
      params: isOwn ? ownTokenPath : personTokenPath,
      answer: revokedSchema,
      problems: notThere,
    },
  ];
}
