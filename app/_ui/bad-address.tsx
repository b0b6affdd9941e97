import { plainWords } from '@/lib/views/words/fields';
import { ButtonLink } from './button';
import { Note } from './note';

type Props = {
  title: string;
  /** What the address says. */
  given: Readonly<Record<string, string | string[] | undefined>>;
  problems: readonly { readonly path: string; readonly message: string }[];
  /** Parameter to label; one that is not listed is named as it stands in the address. */
  labels: Readonly<Record<string, string>>;
  way: string;
  wayWords: string;
};

/** A page's answer to an address it cannot show: each fault by name, and one way on. */
export function BadAddress({ title, given, problems, labels, way, wayWords }: Props) {
  return (
    <Note tone="bad" box>
      <p>
        <b>{title}</b>
      </p>
      <ul>
        {problems.map(({ path, message }) => (
          <li key={`${path} ${message}`}>
            {labels[path] ?? path}
            {quoted(given[path])}: {plainWords(message)}
          </li>
        ))}
      </ul>
      <p className="actions">
        <ButtonLink href={way}>{wayWords}</ButtonLink>
      </p>
    </Note>
  );
}

const longest = 60;

/** The value as it came, cut where it would fill the page. */
function quoted(value: string | string[] | undefined): string {
  const text = [value ?? []].flat().join(', ');
  if (text === '') return '';
  return ` “${text.length > longest ? `${text.slice(0, longest)}…` : text}”`;
}
