import './bar.css';

/** Defines the hatch of a bar's `pending`; once on a page that has bars. */
export function PendingHatch() {
  return (
    <svg className="sr" width="0" height="0" aria-hidden="true">
      <defs>
        <pattern id="pending" width="4" height="8" patternUnits="userSpaceOnUse" patternTransform="skewX(-45)">
          <path className="pending-hatch" d="M1 0V8" />
        </pattern>
      </defs>
    </svg>
  );
}

/** Shares of one scale, 0 to 1: solid is here, hatched waits. The figures stand beside it, so it is silent. */
export function Bar({ here, pending = 0 }: { here: number; pending?: number }) {
  return (
    <svg className="bar" width="100%" height="8" aria-hidden="true">
      <rect className="here" width={percent(here)} height="8" />
      {pending > 0 && <rect x={percent(here)} width={percent(pending)} height="8" fill="url(#pending)" />}
    </svg>
  );
}

const percent = (share: number): string => `${Math.round(Math.min(1, Math.max(0, share)) * 1000) / 10}%`;
