import { contents } from '@/lib/views/methodology/definitions';
import { methodologyPath } from '@/lib/views/paths';

/** What the page holds: beside it where there is room, else behind a word. */
export const Contents = () => (
  <nav className="toc" aria-label="Contents">
    <details>
      <summary>Contents</summary>
      {contents().map(({ id, title, entries }) => (
        <section key={id}>
          <a className="strong" href={methodologyPath(id)}>
            {title}
          </a>
          {entries.length > 0 && (
            <ul>
              {entries.map((entry) => (
                <li key={entry.id}>
                  <a href={methodologyPath(entry.id)}>{entry.words}</a>
                </li>
              ))}
            </ul>
          )}
        </section>
      ))}
    </details>
  </nav>
);
