import { perProcess } from '@/lib/process';

/** What the application, which Next loads, lends to the server around it. */
export type Application = {
  databaseAnswers(): Promise<boolean>;
  /** Ends what runs beside the pages, when nobody is being answered any more. */
  close(): Promise<void>;
  /** Whether who sends these headers is known at this moment, and may import old numbers. */
  mayBringFile(asker: Asker): Promise<'yes' | 'not-signed-in' | 'not-allowed' | 'database-away'>;
  /** How many proxies in front are believed. */
  readonly trustedProxies: number;
  /** Logs how a request was answered; null when nobody wants to know. */
  readonly logAnswer: ((line: AnswerLine) => void) | null;
};

export type Asker = { readonly authorization: string | null; readonly cookie: string | null };

/** A line of the access log; `requestId` joins whatever is logged while a request is answered. */
export type AnswerLine = {
  readonly method: string;
  readonly path: string;
  /** The client's address, as far as it can be believed. */
  readonly from: string | null;
  readonly status: number;
  readonly tookMs: number;
  /** True when the client left before it had the whole answer. */
  readonly aborted?: true;
};

/** To be called by instrumentation.ts, once: nobody is answered before `starting` has ended well. */
export const lend = (starting: Promise<Application>): void => meeting().lend(starting);

/** Waits for what instrumentation.ts lends. */
export const borrowed = (): Promise<Application> => meeting().borrowed;

const meeting = () =>
  perProcess('application', () => {
    let lend: (starting: Promise<Application>) => void = () => undefined;
    const borrowed = new Promise<Application>((resolve) => {
      lend = resolve;
    });
    return { lend, borrowed };
  });
