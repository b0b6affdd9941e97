import { expect } from '@playwright/test';
import { castPassword, type Member } from '../../../demo/cast';
import type { Ask } from './webdriver';

/** Keys without a letter, as WebDriver writes them. */
export const key = { control: '\uE009', enter: '\uE007', home: '\uE011', arrowRight: '\uE014' };

/** Somebody in front of a window; what they look for is named as they read it. */
export type Visitor = {
  open(path: string): Promise<void>;
  /** Evaluates an expression in the page. */
  look<T>(expression: string): Promise<T>;
  /** Waits until an expression is true. */
  sees(expression: string, what: string): Promise<void>;
  resize(width: number, height: number): Promise<void>;
  /** Presses the button, link or summary of this name. */
  press(name: string): Promise<void>;
  write(label: string, text: string): Promise<void>;
  /** Puts a file into a field. */
  choose(label: string, file: string): Promise<void>;
  /** Presses all of these at once. */
  chord(...keys: string[]): Promise<void>;
  type(...keys: string[]): Promise<void>;
  signIn(member: Member): Promise<void>;
  /** How far the middle of what is written in a field lies below the field's own, as drawn, in pixels. */
  below(label: string): Promise<number>;
};

export function visitorOf(ask: Ask, address: string): Visitor {
  // What an expression answers is of the kind that its story names.
  const look = async <T>(expression: string): Promise<T> =>
    (await ask('POST', '/execute/sync', { script: `return (${expression});`, args: [] })) as T;
  const sees = (expression: string, what: string) =>
    expect.poll(() => look<boolean>(`!!(${expression})`), { message: what, timeout: 20_000 }).toBe(true);
  const element = async (expression: string, what: string): Promise<string> => {
    await sees(expression, what);
    return Object.values(await look<Record<string, string>>(expression))[0] ?? '';
  };
  const open = async (path: string) => void (await ask('POST', '/url', { url: `${address}${path}` }));
  const press = async (name: string) => {
    const id = await element(named(name), `something to press named “${name}”`);
    await ask('POST', `/element/${id}/click`, {});
  };
  const write = async (label: string, text: string) => {
    const id = await element(field(label), `a field labelled “${label}”`);
    await ask('POST', `/element/${id}/clear`, {});
    await ask('POST', `/element/${id}/value`, { text });
  };
  const choose = async (label: string, file: string) => {
    const id = await element(field(label), `a field labelled “${label}”`);
    await ask('POST', `/element/${id}/value`, { text: file });
  };
  const chord = async (...keys: string[]) => {
    const down = keys.map((value) => ({ type: 'keyDown', value }));
    const up = keys.toReversed().map((value) => ({ type: 'keyUp', value }));
    await ask('POST', '/actions', { actions: [{ type: 'key', id: 'keyboard', actions: [...down, ...up] }] });
  };
  return {
    open,
    look,
    sees,
    press,
    write,
    choose,
    chord,
    type: async (...keys) => {
      for (const one of keys) await chord(one);
    },
    resize: async (width, height) => void (await ask('POST', '/window/rect', { width, height })),
    below: async (label) => {
      const id = await element(field(label), `a field labelled “${label}”`);
      const args = [await ask('GET', `/element/${id}/screenshot`)];
      return Number(await ask('POST', '/execute/async', { script: inkBelowMiddle, args }));
    },
    signIn: async ({ email }) => {
      await open('/sign-in');
      await write('E-mail', email);
      await write('Password', castPassword);
      await press('Sign in');
      await sees('!location.pathname.includes("sign-in")', 'the way in');
    },
  };
}

const named = (name: string): string =>
  `[...document.querySelectorAll('button, summary, a')].find((one) => one.checkVisibility() && one.textContent.trim() === ${JSON.stringify(name)})`;

const field = (label: string): string =>
  `[...document.querySelectorAll('label')].find((one) => one.textContent.trim().startsWith(${JSON.stringify(label)}))?.control`;

// A field's text lies in a tree of the browser's own, which no page can measure: the picture of it can be.
const inkBelowMiddle = `const [picture, tell] = arguments;
const bytes = Uint8Array.from(atob(picture), (one) => one.charCodeAt(0));
createImageBitmap(new Blob([bytes], { type: 'image/png' })).then((image) => {
  const pen = new OffscreenCanvas(image.width, image.height).getContext('2d');
  pen.drawImage(image, 0, 0);
  const rows = [];
  for (let y = 4; y < image.height - 4; y++) {
    const { data } = pen.getImageData(10, y, 60, 1);
    if (data.some((value, at) => at % 4 < 3 && value < 128)) rows.push(y);
  }
  tell((rows[0] + rows.at(-1) + 1) / 2 - image.height / 2);
}, (error) => tell(String(error)));`;
