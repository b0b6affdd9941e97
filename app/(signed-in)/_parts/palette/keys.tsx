'use client';

import { useState } from 'react';
import { keyList } from '@/lib/views/words/keys';
import { Check } from '../../../_ui/field';
import { keysAreOn, setKeys } from './single-keys';

/** The keys that do something beyond what every page's do, and the way to turn single ones off. */
export function Keys() {
  const [on, setOn] = useState(keysAreOn);
  return (
    <>
      <h2>Keys</h2>
      <dl className="palette-keys">
        {keyList.map(({ keys, does }) => (
          <div key={does}>
            <dt>
              {keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
      <Check
        label="The key ? opens this list"
        checked={on}
        onChange={({ target }) => setKeys(target.checked) && setOn(target.checked)}
      />
    </>
  );
}
