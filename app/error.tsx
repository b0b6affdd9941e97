'use client';

import { Button } from './_ui/button';
import { EntryLayout } from './_ui/entry-layout';

/** What only a programmer or a lost database can cause; everything a person can do wrong is answered on its page. */
export default function Failure({ error, retry }: { error: Error & { digest?: string }; retry: () => void }) {
  return (
    <EntryLayout
      title="Something went wrong here"
      sub="The page could not be made. Nothing recorded was lost; trying again in a moment often helps."
      footer={error.digest && `Request: ${error.digest}`}
    >
      <Button kind="primary" onClick={retry}>
        Try again
      </Button>
    </EntryLayout>
  );
}
