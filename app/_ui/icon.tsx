const paths = {
  overview: 'M2.5 2.5h4.5v6h-4.5zM9 2.5h4.5v3.5H9zM9 8h4.5v5.5H9zM2.5 10.5h4.5v3h-4.5z',
  trends: 'M2 12.5l4-4.5 3 2.5 5-6.5M10.5 4H14v3.5',
  compare: 'M3 3.5v9M13 3.5v9M5.5 8h5M8.5 6l2 2-2 2',
  link: 'M6.5 9.5l3-3M7 4.8l1.3-1.3a2.8 2.8 0 0 1 4 4L11 8.8M9 11.2l-1.3 1.3a2.8 2.8 0 0 1-4-4L5 7.2',
  plus: 'M8 3.5v9M3.5 8h9',
  swap: 'M3 5.5h9M9.5 3L12 5.5 9.5 8M13 10.5H4M6.5 8L4 10.5 6.5 13',
  target: 'M8 2.5a5.5 5.5 0 1 0 0 11a5.5 5.5 0 1 0 0-11M8 5.5a2.5 2.5 0 1 0 0 5a2.5 2.5 0 1 0 0-5M8 8h.01',
  runs: 'M13.5 8a5.5 5.5 0 1 1-1.7-4M13.5 2v2.5H11M8 5v3l2 1.5',
  settings:
    'M2.5 5h6M12 5h1.5M2.5 11H4M7.5 11h6M10.2 3.2a1.8 1.8 0 1 0 0 3.6a1.8 1.8 0 1 0 0-3.6M5.8 9.2a1.8 1.8 0 1 0 0 3.6a1.8 1.8 0 1 0 0-3.6',
  calendar: 'M2.5 4h11v9.5h-11zM2.5 7h11M5.5 2.5V4M10.5 2.5V4M6 10.3l1.5 1.4L10.3 9',
  book: 'M8 4c-1.5-1-3.5-1.2-5.5-1v9.5c2-.2 4 0 5.5 1c1.5-1 3.5-1.2 5.5-1V3c-2-.2-4 0-5.5 1zM8 4v9.5',
  flag: 'M4 14V2.5h8l-2 3 2 3H4',
  print: 'M4.5 6V2.5h7V6M4.500 11.500h-2V6h11v5.5h-2M4.5 9.5h7v4h-7z',
  person: 'M8 2.8a2.5 2.5 0 1 0 0 5a2.5 2.5 0 1 0 0-5M3 13.5c.5-2.5 2.5-3.7 5-3.700s4.5 1.2 5 3.7',
  'chevron-left': 'M9.5 4.5L6 8l3.5 3.5',
  'chevron-right': 'M6.5 4.5L10 8l-3.500 3.5',
  'chevron-down': 'M4.5 6.5L8 10l3.5-3.5',
  more: 'M3.5 8h.01M8 8h.01M12.5 8h.01',
  check: 'M3 8.5l3.2 3.2L13 5',
  cross: 'M4 4l8 8M12 4l-8 8',
  gap: 'M5 5l6 6M11 5l-6 6',
  dash: 'M3.5 8h9',
  up: 'M8 12.5v-9M4.5 7L8 3.5 11.5 7',
  down: 'M8 3.5v9M4.5 9L8 12.5 11.5 9',
  warning: 'M8 2.5l6 11H2zM8 6.5v3.2M8 11.6v.01',
  failure: 'M5.5 2.5h5l3 3v5l-3 3h-5l-3-3v-5zM8 5.3v3.2M8 10.7v.01',
  info: 'M8 2.5a5.5 5.5 0 1 0 0 11a5.5 5.5 0 1 0 0-11M8 7.5v3.2M8 5.3v.01',
  clock: 'M8 2.5a5.5 5.5 0 1 0 0 11a5.5 5.5 0 1 0 0-11M8 5v3.2l2 1.3',
  circle: 'M8 3.5a4.5 4.5 0 1 0 0 9a4.5 4.5 0 1 0 0-9',
  upload: 'M8 10.5v-8M4.8 5.5L8 2.3l3.2 3.2M3 13.5h10',
  download: 'M8 2.5v8M4.8 7.300L8 10.500l3.2-3.200M3 13.500h10',
  search: 'M7 2.8a4.2 4.2 0 1 0 0 8.4a4.2 4.2 0 1 0 0-8.4M10.2 10.2l3.3 3.3',
  lock: 'M3.5 7h9v6.5h-9zM5.5 7V5a2.5 2.5 0 0 1 5 0v2',
} as const;

export type IconName = keyof typeof paths;

const drawn = Object.fromEntries(Object.entries(paths).map(([name, d]) => [name, { __html: `<path d="${d}"/>` }]));

/** Always beside a word, so hidden from assistive technology. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg
      className={name === 'more' ? 'i i-dots' : 'i'}
      viewBox="0 0 16 16"
      width="16"
      height="16"
      aria-hidden="true"
      // biome-ignore lint/security/noDangerouslySetInnerHtml: a path of the list above; one element is half as much work as two.
      dangerouslySetInnerHTML={drawn[name]}
    />
  );
}

/** The product's mark: two bars. */
export function Mark() {
  return (
    <svg className="mark" viewBox="0 0 16 16" aria-hidden="true">
      <path d="M9.5 2h4v12h-4z" />
      <path d="M2.5 8h4v6h-4z" />
    </svg>
  );
}
