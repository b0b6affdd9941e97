import type { TargetTrack as Drawn } from '@/lib/views/charts/target-track';
import './target-track.css';

/** How far a target is away: where the number stands, where it goes, where it should be. */
export function TargetTrack({ track: { title, zero, now, aim, forecast } }: { track: Drawn }) {
  return (
    <svg className="track" width="100%" height="50" role="img" aria-label={title}>
      <rect className="rail" y="20" width="100%" height="10" rx="2" />
      {forecast && (
        <rect
          className="rng"
          x={`${forecast.from}%`}
          y="16"
          width={`${forecast.to - forecast.from}%`}
          height="18"
          rx="2"
        />
      )}
      {now && <rect className="fill" y="20" width={`${now.at}%`} height="10" rx="2" />}
      {forecast && <line className="mid" x1={`${forecast.middle}%`} x2={`${forecast.middle}%`} y1="14" y2="36" />}
      <line className="aim" x1={`${aim.at}%`} x2={`${aim.at}%`} y1="12" y2="38" />
      <svg className="flag" x={`${aim.at}%`} width="8" height="20" aria-hidden="true">
        <path d="M0 12h7l-2 2.5l2 2.5h-7z" />
      </svg>
      {now && (
        <text className="v" x={`${now.at}%`} y="11" textAnchor={now.anchor}>
          {now.text}
        </text>
      )}
      <text className="v" x={`${aim.at}%`} dx={aim.anchor === 'end' ? -4 : 4} y="9" textAnchor={aim.anchor}>
        {aim.text}
      </text>
      {forecast && (
        <text x={`${forecast.text.at}%`} y="47" textAnchor={forecast.text.anchor}>
          {forecast.text.text}
        </text>
      )}
      {(forecast?.text.at ?? 100) > 30 && (
        <text x="0" y="47">
          {zero}
        </text>
      )}
    </svg>
  );
}
