import { perProcess } from '@/lib/process';

/** What the application, which Next loads, lends to the server around it. */
export type Application = {
  databaseAnswers(): Promise<boolean>;
  /** Ends what runs beside the pages, when nobody is being answered any more. */
  close(): Promise<void>;
  /** Logs how a request was answered; null when nobody wants to know. */
  readonly logAnswer: ((line: AnswerLine) => void) | null;
};

export type AnswerLine = {
  readonly id: string;
  readonly method: string;
  readonly path: string;
  readonly status: number;
  readonly tookMs: number;
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
