import { type ApiDocument, generalProblems } from './document';

/** A parameter or a field, in words: nested ones carry the path that leads to them. */
export type DocsField = {
  readonly name: string;
  readonly type: string;
  readonly required: boolean;
  readonly description: string;
};

export type DocsProblem = { readonly status: string; readonly meaning: string };

export type DocsOperation = {
  readonly id: string;
  readonly method: string;
  readonly path: string;
  readonly summary: string;
  readonly who: string;
  readonly inputs: readonly DocsField[];
  readonly answer: string;
  readonly answerFields: readonly DocsField[];
  /** Beyond the general ones. */
  readonly problems: readonly DocsProblem[];
};

export type DocsThing = { readonly name: string; readonly description: string; readonly fields: readonly DocsField[] };

export type Docs = {
  readonly description: string;
  readonly server: string;
  readonly operations: readonly DocsOperation[];
  /** What any operation may answer instead. */
  readonly problems: readonly DocsProblem[];
  readonly things: readonly DocsThing[];
};

/** What is read here of a JSON schema. */
type Schema = {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly anyOf?: readonly Schema[];
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly description?: string;
  readonly format?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly default?: unknown;
};

type Content = Readonly<Record<string, { readonly schema: Schema }>>;

type PlainOperation = {
  readonly operationId: string;
  readonly summary: string;
  readonly description: string;
  readonly parameters?: readonly {
    readonly in: string;
    readonly name: string;
    readonly required?: boolean;
    readonly description?: string;
    readonly schema: Schema;
  }[];
  readonly requestBody?: { readonly content: Content };
  readonly responses: Readonly<Record<string, { readonly description: string; readonly content?: Content }>>;
};

type Plain = {
  readonly info: { readonly description: string };
  readonly servers: readonly { readonly url: string }[];
  readonly paths: Readonly<Record<string, Readonly<Record<string, PlainOperation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
};

const general = Object.entries(generalProblems).map(([status, meaning]) => ({ status, meaning }));

/** The OpenAPI document as a page shows it. */
export function docsOf(document: ApiDocument): Docs {
  const { info, servers, paths, components }: Plain = JSON.parse(JSON.stringify(document));
  return {
    description: info.description,
    server: servers[0]?.url ?? '',
    operations: Object.entries(paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]) => operationOf(method, path, operation)),
    ),
    problems: general,
    things: Object.entries(components.schemas).map(([name, schema]) => ({
      name,
      description: schema.description ?? '',
      fields: fieldsOf(schema),
    })),
  };
}

function operationOf(method: string, path: string, operation: PlainOperation): DocsOperation {
  const { operationId: id, summary, description: who, parameters = [], requestBody, responses } = operation;
  const { 200: done, 204: silent, ...problems } = responses;
  const [answer] = Object.values(done?.content ?? {});
  return {
    id,
    method: method.toUpperCase(),
    path,
    summary,
    who,
    inputs: [
      ...parameters.map(({ name, required = false, description = '', schema }) => ({
        name,
        type: typeWords(schema),
        required,
        description: description || (schema.description ?? ''),
      })),
      ...bodyFields(requestBody?.content ?? {}),
    ],
    answer: silent
      ? 'nothing (204)'
      : answer?.schema.type === 'string'
        ? Object.keys(done?.content ?? {}).join(' or ')
        : typeWords(answer?.schema ?? {}),
    answerFields: fieldsOf(answer?.schema ?? {}),
    problems: Object.entries(problems)
      .map(([status, { description }]) => ({ status, meaning: description }))
      .filter(({ status, meaning }) => !general.some((one) => one.status === status && one.meaning === meaning)),
  };
}

/** The fields of a JSON object, or the file that the whole body is. */
function bodyFields(content: Content): DocsField[] {
  const [schema] = Object.values(content).map((one) => one.schema);
  if (schema?.type !== 'string') return fieldsOf(schema ?? {});
  const type = Object.keys(content).join(' or ');
  return [{ name: 'body', type, required: true, description: 'The file itself' }];
}

function fieldsOf(schema: Schema, prefix = ''): DocsField[] {
  return Object.entries(schema.properties ?? {}).flatMap(([key, field]) => {
    const name = `${prefix}${key}`;
    const required = schema.required?.includes(key) ?? false;
    const own = { name, type: typeWords(field), required, description: field.description ?? '' };
    return [own, ...fieldsOf(objectIn(field), `${name}.`)];
  });
}

/** The object whose fields a reader wants to see: the thing itself, what a list holds, or what is there when it is not null. */
function objectIn(schema: Schema): Schema {
  if (schema.properties) return schema;
  const inner = schema.items ?? schema.anyOf?.find((one) => one.properties !== undefined);
  return inner === undefined ? {} : objectIn(inner);
}

/** A schema's type as a reader of JSON says it. */
export function typeWords(schema: Schema): string {
  if (schema.$ref !== undefined) return schema.$ref.replace('#/components/schemas/', '');
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum !== undefined) return schema.enum.map((value) => JSON.stringify(value)).join(' | ');
  if (schema.anyOf !== undefined) return [...new Set(schema.anyOf.map(typeWords))].join(' | ');
  const types = Array.isArray(schema.type) ? schema.type : [schema.type ?? 'object'];
  return types.map((type: string) => oneTypeWords(type, schema)).join(' | ');
}

function oneTypeWords(type: string, { items, format, minimum, maximum, default: given }: Schema): string {
  const byDefault = given === undefined ? '' : `, ${JSON.stringify(given)} by default`;
  if (type === 'array') return `list of ${typeWords(items ?? {})}`;
  if (type === 'string') return `${format ?? 'string'}${byDefault}`;
  if (type !== 'integer' && type !== 'number') return type;
  const range = maximum === undefined || maximum >= Number.MAX_SAFE_INTEGER ? '' : ` ${minimum ?? ''}–${maximum}`;
  return `${type}${range}${byDefault}`;
}
