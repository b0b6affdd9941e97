import { Agent, get } from 'node:http';
import autocannon from 'autocannon';

export type Page = { readonly url: string; readonly cookie: string };

/** The median time of one request after another to each page in turn, in milliseconds. */
export async function sequentialP50(pages: readonly Page[], rounds = 400): Promise<number[]> {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const times: number[][] = pages.map(() => []);
  for (let round = 0; round < rounds; round++) {
    for (const [index, page] of pages.entries()) {
      const took = await timeOf(page, agent);
      // The first quarter warms both up.
      if (round >= rounds / 4) times[index]?.push(took);
    }
  }
  agent.destroy();
  return times.map(median);
}

/** The median over rounds of requests a second at eight connections, each page in turn, after a round that warms both up. */
export async function requestsPerSecond(pages: readonly Page[], { rounds = 3, seconds = 5 } = {}): Promise<number[]> {
  const rates: number[][] = pages.map(() => []);
  for (let round = 0; round <= rounds; round++) {
    for (const [index, { url, cookie }] of pages.entries()) {
      const result = await autocannon({ url, connections: 8, duration: seconds, headers: { cookie } });
      if (result.non2xx > 0 || result.errors > 0) throw new Error(`${url}: ${result.non2xx} answers were no success`);
      if (round > 0) rates[index]?.push(result.requests.average);
    }
  }
  return rates.map(median);
}

function timeOf({ url, cookie }: Page, agent: Agent): Promise<number> {
  return new Promise((resolve, reject) => {
    const begun = performance.now();
    get(url, { agent, headers: { cookie } }, (response) => {
      if (response.statusCode !== 200) reject(new Error(`${url} answered ${response.statusCode}`));
      response.resume().on('end', () => resolve(performance.now() - begun));
    }).on('error', reject);
  });
}

export const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
