/** One number for a monitoring system; null is left out, because there is no number for unknown. */
export type Measure = {
  /** What only grows ends in `_total`, which is what makes it a counter. */
  readonly name: string;
  readonly help: string;
  readonly value: number | null;
  /** Tells it from others of its name, which stand next to it. */
  readonly label?: { readonly name: string; readonly value: string };
};

/** Prometheus' text format, version 0.0.4. */
export const prometheusText = (measures: readonly Measure[]): string =>
  measures
    .filter(({ value }) => value !== null)
    .map((measure, index, all) => (all[index - 1]?.name === measure.name ? '' : headOf(measure)) + lineOf(measure))
    .join('');

const headOf = ({ name, help }: Measure) => `# HELP ${name} ${help}\n# TYPE ${name} ${typeOf(name)}\n`;

const lineOf = ({ name, label, value }: Measure) =>
  `${name}${label === undefined ? '' : `{${label.name}=${JSON.stringify(label.value)}}`} ${value}\n`;

const typeOf = (name: string) => (name.endsWith('_total') ? 'counter' : 'gauge');
