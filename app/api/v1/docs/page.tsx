import type { Metadata } from 'next';
import { withRefusals } from '@/app/_doors/answer/with-refusals';
import { enterApiDocs } from '@/app/_doors/enter/enter-api-docs';
import { EntryLayout } from '@/app/_ui/entry-layout';
import { PageHead } from '@/app/_ui/page-head';
import { Panel, PanelBody } from '@/app/_ui/panel';
import { docsOf } from '@/lib/api/docs';
import { apiDocument } from '@/lib/api/document';
import { openApiPath, overviewPath } from '@/lib/views/paths';
import { FieldTable } from './_parts/field-table';
import { OperationPanel } from './_parts/operation-panel';
import { ProblemTable } from './_parts/problem-table';
import { Words } from './_parts/words';
import './docs.css';

export const metadata: Metadata = { title: 'API' };

export default withRefusals({
  403: <EntryLayout title="A second factor is needed" sub="The owner of this API token must set one up first." />,
  401: <EntryLayout title="Not signed in" sub="The API token of this request is not good (any more)." />,
})(DocsPage);

async function DocsPage() {
  const { config } = await enterApiDocs();
  const { description, server, operations, problems, things } = docsOf(
    apiDocument({ origin: config.publicUrl.origin }),
  );
  return (
    <main id="main" tabIndex={-1} className="api-docs">
      <PageHead title="API" sub={<Words text={description} />}>
        <a href={openApiPath()}>OpenAPI document</a>
        <a href={overviewPath()}>Back to the overview</a>
      </PageHead>
      <p>
        Every address below begins with <code>{server}</code>. Send an API token from your account page as{' '}
        <code>Authorization: Bearer ea_…</code>. Errors are <code>application/problem+json</code> with a stable{' '}
        <code>kind</code>; any operation may answer these:
      </p>
      <ProblemTable caption="How any operation can fail" problems={problems} />
      <nav aria-label="Operations">
        <ul>
          {operations.map(({ id, method, path, summary }) => (
            <li key={id}>
              <a href={`#${id}`}>
                <code>
                  {method} {path}
                </code>
              </a>{' '}
              {summary}
            </li>
          ))}
        </ul>
      </nav>
      {operations.map((operation) => (
        <OperationPanel key={operation.id} operation={operation} />
      ))}
      {things.map(({ name, description: words, fields }) => (
        <Panel key={name} id={name} title={name} sub={<Words text={words} />}>
          <PanelBody>
            <FieldTable caption={`Fields of ${name}`} fields={fields} />
          </PanelBody>
        </Panel>
      ))}
    </main>
  );
}
