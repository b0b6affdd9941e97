import { contents } from '@/lib/views/methodology/definitions';
import { methodologyPath } from '@/lib/views/paths';

/** What the page holds: beside it where there is room, else behind a word. Only one of the two is ever there. */
export const Contents = () => (
  <>
    <nav className="toc toc-beside" aria-label="Contents">
      <Groups />
    </nav>
    <nav className="toc toc-above" aria-label="Contents">
      <details>
        <summary>Contents</summary>
        <Groups />
      </details>
    </nav>
  </>
);

const Groups = () =>
  contents().map(({ id, title, entries }) => (
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
  ));
