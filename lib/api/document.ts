import { createDocument, type ZodOpenApiOperationObject, type ZodOpenApiPathsObject } from 'zod-openapi';
import { roleMay, roles, scopeLets, tokenScopes } from '@/lib/domain/roles';
import { problemSchema } from './common';
import { operations } from './operations/list';
import type { Operation } from './operations/operation';

export type ApiDocument = ReturnType<typeof createDocument>;

/** The OpenAPI document of the API, made from the schemas that validate what comes in and shape what goes out. */
export const apiDocument = ({ origin }: { origin: string }): ApiDocument => {
  const document = createDocument({
    openapi: '3.1.1',
    info: {
      title: 'Enpass adoption history',
      version: '1.0.0',
      description:
        'One snapshot a day of Enpass Business adoption, kept for ever. Days are calendar days in the organisation’s time zone; lists answer `data` and `next`.',
    },
    servers: [{ url: `${origin}/api/v1` }],
    security: [{ token: [] }, { session: [] }],
    components: {
      securitySchemes: {
        token: {
          type: 'http',
          scheme: 'bearer',
          description: 'An API token, made on the account page; begins with ea_',
        },
        session: {
          type: 'apiKey',
          in: 'cookie',
          name: 'authjs.session-token',
          description: 'The session of the browser; unsafe methods also need a same-origin proof',
        },
      },
    },
    paths: pathsOf(operations),
  });
  for (const parameter of parametersOf(document)) if (parameter.in === 'path') parameter.required = true;
  return document;
};

type Parameter = { in?: string; required?: boolean };

/** A part of a path is always there: zod-openapi asks its schema instead, and one that reads numbers out of text takes anything. */
const parametersOf = ({ paths = {} }: ApiDocument): Parameter[] =>
  Object.values(paths).flatMap((path) =>
    Object.values(path).flatMap((operation: { parameters?: Parameter[] }) => operation.parameters ?? []),
  );

function pathsOf(list: readonly Operation[]): ZodOpenApiPathsObject {
  const paths: Record<string, Record<string, ZodOpenApiOperationObject>> = {};
  for (const operation of list) {
    paths[operation.path] = { ...paths[operation.path], [operation.method]: operationObject(operation) };
  }
  return paths;
}

const operationObject = (operation: Operation): ZodOpenApiOperationObject => ({
  operationId: operationId(operation),
  summary: operation.summary,
  description: whoMay(operation),
  ...(operation.params || operation.query ? { requestParams: requestParams(operation) } : {}),
  ...(operation.body ? { requestBody: { required: true, content: contentOf(operation.body) } } : {}),
  ...(operation.by ? { security: [{ session: [] }] } : {}),
  responses: { ...doneOf(operation), ...problemsOf(operation) },
});

const doneOf = ({ answer }: Operation) =>
  answer === null ? { 204: { description: 'Done' } } : { 200: { description: 'Done', content: contentOf(answer) } };

const requestParams = ({ params, query }: Operation) => ({
  ...(params ? { path: params } : {}),
  ...(query ? { query } : {}),
});

const contentOf = (given: NonNullable<Operation['answer']>) =>
  'file' in given
    ? Object.fromEntries(given.file.map((mediaType) => [mediaType, { schema: { type: 'string' as const } }]))
    : { 'application/json': { schema: given } };

/** What any operation may answer instead. */
export const generalProblems = {
  401: 'Not signed in: no token, no session, or one that is over',
  403: 'Not allowed: the role or the scope of the token does not include it',
  429: 'Too many calls; `Retry-After` says when to come back',
  503: 'The database is away; `Retry-After` says when to come back',
} as const;

function problemsOf({ permission, by, params, query, body, problems }: Operation) {
  const { 403: notAllowed, ...always } = generalProblems;
  const meanings: Record<number, string> = {
    ...always,
    ...(permission === null ? {} : { 403: by ? refusals[by] : notAllowed }),
    ...(body ? { 413: 'The body is larger than 64 KiB; a file of old numbers may have 8 MB' } : {}),
    ...(query || params || body ? { 422: 'Bad input; `errors` names each field' } : {}),
    ...problems,
  };
  return Object.fromEntries(
    Object.entries(meanings).map(([status, description]) => [
      status as `${1 | 2 | 3 | 4 | 5}${string}`,
      { description, content: { 'application/problem+json': { schema: problemSchema } } },
    ]),
  );
}

const refusals = {
  session: 'Not allowed, or `session-needed`: not by a token',
  'confirmed session': 'Not allowed, `session-needed`: not by a token, or `confirm-yourself`: `POST /me/confirm` first',
} as const;

/** `GET /runs/{id}` is `getRunsId`. */
const operationId = ({ method, path }: Operation): string =>
  method + path.replaceAll(/[^a-z]+([a-z]?)/gi, (_, letter: string) => letter.toUpperCase());

/** In words, from the same tables that decide. */
function whoMay({ permission, by }: Operation): string {
  if (permission === null) return 'For everybody who is signed in, with any token.';
  const who = roles.filter((role) => roleMay(role, permission));
  if (by === 'session') return `For ${who.join(', ')}, by session and not by token.`;
  if (by) return `For ${who.join(', ')}, by a session confirmed at most 10 minutes ago, and not by token.`;
  const scope = tokenScopes.find((candidate) => scopeLets(candidate, permission));
  return `For ${who.join(', ')}; a token needs at least the scope \`${scope}\`.`;
}
