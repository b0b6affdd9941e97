import { describe, expect, test } from 'vitest';
import { type PostgresAddress, readAddress } from './address';

const read = (url: string): PostgresAddress => {
  const result = readAddress(url);
  if (!result.ok) throw new Error(result.failure.faults.join('; '));
  return result.value;
};
const faults = (url: string): readonly string[] => {
  const result = readAddress(url);
  return result.ok ? [] : result.failure.faults;
};

describe('a URL of PostgreSQL', () => {
  test.each([
    ['postgresql://u:p%40%2F@db.example.com/adoption', 'db.example.com', undefined, 'p@/'],
    ['postgres://u:p@db.example.com:6432/adoption?sslmode=require', 'db.example.com', 6432, 'p'],
    ['postgresql://u:p@[::1]:5433/adoption', '::1', 5433, 'p'],
    ['postgresql://u:p@/adoption?host=/cloudsql/a:b:c', '/cloudsql/a:b:c', undefined, 'p'],
    ['postgresql://u:p@/adoption?host=%2Fvar%2Frun&port=5433', '/var/run', 5433, 'p'],
    ['postgresql://u:p@%2Fvar%2Frun/adoption', '/var/run', undefined, 'p'],
    ['postgresql:///adoption?host=/var/run&user=u&password=p%2Bq', '/var/run', undefined, 'p+q'],
    ['postgresql://localhost?dbname=adoption&user=u&password=a+b', 'localhost', undefined, 'a+b'],
    ['postgresql:///adoption?user=u&password=p', undefined, undefined, 'p'],
  ])('is read as libpq reads it: %s', (url, host, port, password) => {
    expect(read(url)).toMatchObject({ host, port, password, user: 'u', database: 'adoption' });
  });

  test('may carry the words of libpq, Prisma and node-postgres', () => {
    const words =
      'schema=own&connection_limit=3&pool_timeout=0&connect_timeout=5&socket_timeout=9&pgbouncer=true&statement_cache_size=0&application_name=a&options=-c%20work_mem%3D1MB&channel_binding=require&target_session_attrs=read-write&gssencmode=disable&keepalives=1&keepalives_idle=30&client_encoding=utf8&sslmode=require';
    expect(read(`postgresql://u@h/d?${words}`)).toMatchObject({ schema: 'own', words: { options: '-c work_mem=1MB' } });
  });

  test.each([
    ['', 'default'],
    ['sslmode=disable', 'none'],
    ['ssl=false', 'none'],
    ['sslmode=no-verify', 'unchecked'],
    ['ssl=no-verify', 'unchecked'],
    ['sslmode=require&sslaccept=accept_invalid_certs', 'unchecked'],
    ['sslaccept=accept_invalid_certs', 'unchecked'],
    ['sslmode=require&uselibpqcompat=true', 'unchecked'],
    ['sslmode=require&uselibpqcompat=true&sslrootcert=ca.pem', 'trusted'],
    ['sslmode=verify-ca&sslrootcert=ca.pem', 'trusted'],
    ['sslmode=require', 'named'],
    ['ssl=true', 'named'],
    ['sslmode=verify-full&sslrootcert=system', 'named'],
    ['sslrootcert=ca.pem', 'named'],
    ['sslnegotiation=direct', 'named'],
  ])('is encrypted as its words ask: %s', (words, encryption) => {
    expect(read(`postgresql://u@h/d?${words}`).encryption).toBe(encryption);
  });

  test.each([
    ['sslmode=bogus', /^has sslmode, which is not one of disable, require, verify-ca, verify-full, no-verify$/],
    ['sslmode=prefer', /^has sslmode, which is not one of/],
    ['sslmode=', /^has sslmode/],
    ['sslmode=verify-ca', /needs sslrootcert/],
    ['sslmode=verify-ca&sslrootcert=system', /needs sslrootcert/],
    ['sslmode=disable&sslrootcert=ca.pem', /switches encryption off and has words that need it/],
    ['sslcert=a.crt', /one of sslcert and sslkey/],
    ['connection_limit=0', /^has connection_limit, which is not a whole number from 1 to 1000$/],
    ['pool_timeout=5s', /^has pool_timeout/],
    ['port=99999', /^has port/],
    ['pgbouncer=yes', /^has pgbouncer, which is not one of true, false$/],
    ['sslcrl=a.pem', /^has the word sslcrl, which is not known here/],
    ['schema=a&schema=b', /^says schema twice$/],
    [`schema=${'x'.repeat(64)}`, /^has schema, which is not a name of at most 63 bytes$/],
    ['client_encoding=latin1', /^has client_encoding/],
    ['target_session_attrs=standby', /^has target_session_attrs/],
    ['host=a,b', /^names several hosts/],
  ])('with %s is refused in words', (words, told) => {
    expect(faults(`postgresql://u@h/d?${words}`)).toEqual([expect.stringMatching(told)]);
  });

  test('names every fault of its words together', () => {
    expect(faults('postgresql://u@h/d?sslmode=bogus&nope=1&connection_limit=x')).toHaveLength(3);
  });

  test.each([
    'postgresql://u:hu#sh@h/d',
    'postgresql://u:hu/sh@h/d',
    'postgresql://u:hu?sh=1@h/d',
    'postgresql://u:hu?hush@h/d',
    'postgresql://h1:1,h2:2/d',
    'postgresql://u:%FFhush@h/d',
  ])('that is ambiguous is refused, and no part of a password is told: %s', (url) => {
    const told = faults(url);
    expect(told).toEqual([expect.stringMatching(/^is not a well-formed URL .*percent-encoded/)]);
    expect(told.join()).not.toMatch(/hu|sh/);
  });
});
