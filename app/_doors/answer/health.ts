import 'server-only';
import { world } from '@/lib/runtime/runtime';
import { checkHealth } from '@/lib/services/operation/parts/check-health';
import { measureHistory } from '@/lib/services/operation/parts/measure-history';
import { type Measure, prometheusText } from '@/lib/views/exports/prometheus';
import { answerFault } from '../enter/enter-api';
import { carriesMetricsToken } from '../enter/metrics-token';
import { answerJson, answerProblem } from './answer';

/** Whether the process can serve: 200 or 503, and only an operator hears why. */
export async function answerReadiness(request: Request): Promise<Response> {
  const built = await world().catch(() => null);
  if (built === null) return unavailable({ status: 'unavailable' });
  const { status, checks } = await checkHealth(built);
  const body = carriesMetricsToken(request, built.config.metricsToken) ? { status, checks } : { status };
  return status === 'ok' ? answerJson(body) : unavailable(body);
}

/** Numbers for monitoring; without METRICS_TOKEN there is nothing here. */
export async function answerMeasures(request: Request): Promise<Response> {
  try {
    const built = await world();
    if (built.config.metricsToken === null) return answerProblem({ kind: 'not-found' });
    if (!carriesMetricsToken(request, built.config.metricsToken)) return answerProblem({ kind: 'not-signed-in' });
    const text = prometheusText([...(await measureHistory(built)), ...processMeasures()]);
    return new Response(text, {
      headers: { 'Content-Type': 'text/plain; version=0.0.4', 'Cache-Control': 'no-store' },
    });
  } catch (error) {
    return answerFault(error);
  }
}

const processMeasures = (): Measure[] => [
  { name: 'process_resident_memory_bytes', help: 'Resident memory', value: process.memoryUsage.rss() },
  { name: 'process_start_time_seconds', help: 'When the process began', value: performance.timeOrigin / 1000 },
  { name: 'process_uptime_seconds', help: 'Since the process began', value: Math.round(process.uptime()) },
];

function unavailable(body: object): Response {
  const response = answerJson(body, 503);
  response.headers.set('Retry-After', '5');
  return response;
}
