// Thirty strangers who send 12 MB each at once to the server of the first argument.
const [, , url] = process.argv;
const paths = ['/sign-in', '/', '/runs', '/api/auth/callback/credentials', '/api/v1/import'];
const body = Buffer.alloc(12 * 1024 * 1024, 'x');
const headers = { Origin: url, 'Content-Type': 'application/x-www-form-urlencoded' };

const send = async (_, at) => {
  const answer = await fetch(url + paths[at % paths.length], { method: 'POST', headers, body });
  await answer.text();
  if (answer.status !== 413) throw new Error(`answered ${answer.status}`);
};
await Promise.all(Array.from({ length: 30 }, send));
