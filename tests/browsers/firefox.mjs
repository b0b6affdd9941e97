#!/usr/bin/env node
// Firefox as Playwright starts it, with its ear for WebDriver BiDi between: see decision 54.
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { WebSocket, WebSocketServer } from 'ws';

/** What Playwright sends every browser, and Firefox 153 does not know: the answer is then that it is done. The project's preferences do it instead. */
const dispensable = new Set(['emulation.setMediaFeaturesOverride']);

/**
 * What Playwright fills a field with over BiDi it writes into the field itself, where React's own setter takes it for React's
 * doing: no component hears of it (`findings/playwright-firefox-bidi.sh`). The browser's setter, as a person's keys have it, is heard.
 */
const unheard = 'inputElement.value = value;';
const heard =
  "Object.getOwnPropertyDescriptor(Object.getPrototypeOf(inputElement), 'value').set.call(inputElement, value);";

const firefox = spawn(process.env.FIREFOX_PATH ?? 'firefox-esr', process.argv.slice(2), {
  stdio: ['ignore', 'inherit', 'pipe'],
});
firefox.on('exit', (code) => process.exit(code ?? 1));
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => firefox.kill(signal));

createInterface(firefox.stderr).on('line', (line) => {
  const [, address] = /WebDriver BiDi listening on (ws:\/\/\S+)/.exec(line) ?? [];
  if (address === undefined) process.stderr.write(`${line}\n`);
  else listen(address);
});

function listen(address) {
  const server = new WebSocketServer({ host: '127.0.0.1', port: 0 });
  server.on('connection', (playwright) => relay(playwright, new WebSocket(`${address}/session`)));
  server.on('listening', () => {
    process.stderr.write(`WebDriver BiDi listening on ws://127.0.0.1:${server.address().port}\n`);
  });
}

function relay(playwright, browser) {
  const asked = new Set();
  const opened = new Promise((resolve) => browser.once('open', resolve));
  playwright.on('message', async (data) => {
    const { id, method } = JSON.parse(data);
    if (dispensable.has(method)) asked.add(id);
    await opened;
    browser.send(String(data).replaceAll(unheard, heard));
  });
  browser.on('message', (data) => playwright.send(answerTo(asked, String(data))));
  browser.on('close', () => playwright.close());
  playwright.on('close', () => browser.close());
}

function answerTo(asked, text) {
  if (asked.size === 0) return text;
  const { id, error } = JSON.parse(text);
  if (!asked.delete(id) || error !== 'unknown command') return text;
  return JSON.stringify({ type: 'success', id, result: {} });
}
