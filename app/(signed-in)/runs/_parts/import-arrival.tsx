'use client';

import { catchError, type ErrorInfo } from 'next/error';
import { Button } from '../../../_ui/button';
import { Note } from '../../../_ui/note';
import { Panel, PanelBody } from '../../../_ui/panel';

/** Stands around the import: says what it means when a file got no answer of ours. */
export const ImportArrival = catchError((_: object, { error, retry }: ErrorInfo) => (
  <Panel id="import" title="Import old numbers">
    <PanelBody className="text">
      <Note tone="bad" box role="alert">
        {isOurs(error) ? <Broken request={error.digest} /> : <NotArrived />}
      </Note>
      <div className="actions">
        <Button onClick={retry}>Choose a file again</Button>
      </div>
    </PanelBody>
  </Panel>
));

/** A fault of the server has a digest; without one it was not the application that answered. */
const isOurs = (error: unknown): error is { readonly digest: string } =>
  typeof error === 'object' && error !== null && 'digest' in error && typeof error.digest === 'string';

/** What answers in our place is a proxy, or nobody. */
const NotArrived = () => (
  <>
    <p>
      <b>The file did not arrive, and nothing was imported.</b> Most often something between here and the server lets
      only smaller files through: nginx, for one, stops at 1 MB unless told otherwise (413).
    </p>
    <p>
      Send it in several smaller files, by years; ask whoever runs the proxy to let 9 MB through
      (docs/reverse-proxies.md); or have it imported on the server, by the command line’s <code>import FILE</code>. If
      you were away for long, sign in again first.
    </p>
  </>
);

const Broken = ({ request }: { request: string }) => (
  <p>
    <b>Something went wrong on the server.</b> What was recorded before is unchanged. Try again; if it stays, tell your
    administrator. Request: {request}
  </p>
);
