'use client';

import { Button } from '../../_ui/button';

export const PrintButton = () => (
  <Button className="needs-script" icon="print" onClick={() => window.print()}>
    Print
  </Button>
);
