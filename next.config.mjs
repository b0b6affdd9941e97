// However Next is started.
process.env.NEXT_TELEMETRY_DISABLED = '1';

/** @type {import('next').NextConfig} */
export default {
  poweredByHeader: false,
  reactStrictMode: true,
  // The head is written at once, for everybody: letting titles follow later costs every page more than it saves here.
  htmlLimitedBots: /.*/,
  reactMaxHeadersLength: 0,
  // `next dev` would otherwise write instruction files into the project.
  agentRules: false,
  // Pictures are served as they are, and sharp is not installed (scripts/fix-lock.mjs).
  images: { unoptimized: true },
  // The same sources make the same build (scripts/parts/prepare.mjs); Next's own name for one is drawn anew each time.
  generateBuildId: () => process.env.ADOPTION_BUILD_ID || null,
  experimental: {
    // A file of old numbers may hold decades of days.
    serverActions: { bodySizeLimit: '8mb' },
    // Pages are loaded when first asked for: a server that waits holds less memory and starts sooner.
    preloadEntriesOnStart: false,
  },
  turbopack: { root: import.meta.dirname },
  // Types are checked by `npm test`; an operator's first start need not wait for it.
  typescript: { ignoreBuildErrors: true },
  serverExternalPackages: ['@node-rs/argon2', 'better-sqlite3', 'pg', 'pino', 'pino-pretty'],
};
