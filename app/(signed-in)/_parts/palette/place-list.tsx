'use client';

import type { PlaceGroup } from '@/lib/views/places/find-places';
import { kindWords, type Place } from '@/lib/views/places/place';

type Props = {
  groups: readonly PlaceGroup[];
  /** Which of all of them is chosen. */
  at: number;
  optionId: (at: number) => string;
  onChoose: (href: string) => void;
};

/** What was found, kind by kind. The field above keeps the focus, so that options need none. */
export function PlaceList({ groups, at, optionId, onChoose }: Props) {
  const starts = groups.map((_, group) => groups.slice(0, group).reduce((sum, { places }) => sum + places.length, 0));
  return (
    <div role="listbox" id="places" className="places" aria-label="Places">
      {groups.map(({ kind, places, more }, group) => (
        // biome-ignore lint/a11y/useSemanticElements: a group of options, not fields of a form.
        <div key={kind} role="group" aria-labelledby={`places-${kind}`}>
          <p className="places-kind" id={`places-${kind}`}>
            {kindWords[kind]}
            {more > 0 && `, ${more} more`}
          </p>
          {places.map((place, index) => {
            const own = (starts[group] ?? 0) + index;
            return (
              <Option
                key={`${place.href} ${place.label}`}
                place={place}
                id={optionId(own)}
                chosen={own === at}
                onChoose={onChoose}
              />
            );
          })}
        </div>
      ))}
    </div>
  );
}

type OptionProps = Pick<Props, 'onChoose'> & { place: Place; id: string; chosen: boolean };

const Option = ({ place: { label, detail, href }, id, chosen, onChoose }: OptionProps) => (
  // biome-ignore lint/a11y/useFocusableInteractive: the field above owns it and keeps the focus.
  // biome-ignore lint/a11y/useKeyWithClickEvents: Enter in the field above goes to the chosen one.
  <div
    role="option"
    id={id}
    className="places-one"
    aria-selected={chosen}
    onPointerDown={(event) => event.pointerType === 'mouse' && event.preventDefault()}
    onClick={() => onChoose(href)}
  >
    <bdi>{label}</bdi>
    <span>{detail}</span>
  </div>
);
