/** Files of packages that are found at run time by names which no tracer reads: packageFile() and createRequire()() ask for them. */
export const named = ['moment-timezone/data/packed/latest.json', 'cldr-bcp47/bcp47/timezone.json', 'react-dom/server'];
