/** One number for a monitoring system; null is left out, because there is no number for unknown. */
export type Measure = {
  /** What only grows ends in `_total`, which is what makes it a counter. */
  readonly name: string;
  readonly help: string;
  readonly value: number | null;
};

/** Prometheus' text format, version 0.0.4. */
export const prometheusText = (measures: readonly Measure[]): string =>
  measures
    .filter(({ value }) => value !== null)
    .map(({ name, help, value }) => `# HELP ${name} ${help}\n# TYPE ${name} ${typeOf(name)}\n${name} ${value}\n`)
    .join('');

const typeOf = (name: string) => (name.endsWith('_total') ? 'counter' : 'gauge');
