'use client';

import { Button } from '../_ui/button';
import { Empty } from '../_ui/empty';

/** A page that could not be made leaves the frame standing. */
export default function PageFailure({ error, retry }: { error: Error & { digest?: string }; retry: () => void }) {
  return (
    <>
      <div className="head">
        <h1>This page could not be made</h1>
      </div>
      <Empty title="Something went wrong on the server, most likely for a moment." level={2}>
        <p>Nothing recorded was lost. Try again; if it stays, tell your administrator.</p>
        {error.digest && <p className="muted small">Request: {error.digest}</p>}
        <p>
          <Button kind="primary" onClick={retry}>
            Try again
          </Button>
        </p>
      </Empty>
    </>
  );
}
