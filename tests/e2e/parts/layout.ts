import type { Page } from '@playwright/test';

/** What lies outside the window sideways, but for what scrolls within an area of its own and what is hidden from the eye. */
export const outsideWindow = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    const scrolls = (element: Element | null): boolean => {
      for (let one = element; one !== null && one !== document.body; one = one.parentElement) {
        const { overflowX, clipPath } = getComputedStyle(one);
        if (overflowX !== 'visible' || clipPath !== 'none') return true;
      }
      return false;
    };
    return [...document.body.querySelectorAll('*')]
      .filter((element) => element.checkVisibility({ visibilityProperty: true }) && !element.closest('svg svg, .skip'))
      .filter((element) => {
        const { left, right, width: own } = element.getBoundingClientRect();
        return own > 0 && (right > width + 1 || left < -1) && !scrolls(element);
      })
      .map((element) => `${element.localName}.${[...element.classList].join('.')}`);
  });

/** Areas that scroll sideways by themselves. */
export const sidewaysAreas = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('main *')]
      .filter((element) => element.checkVisibility() && /auto|scroll/.test(getComputedStyle(element).overflowX))
      .filter((element) => getComputedStyle(element).clipPath === 'none')
      .filter((element) => element.scrollWidth > element.clientWidth + 1)
      .map((element) => `${element.localName}.${[...element.classList].join('.')}`),
  );

/** Texts that lie over each other; what is drawn in a chart keeps out of its own way, and a bar lies over the page on purpose. */
export const overlaps = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const barred = (element: Element): boolean => {
      for (let one: Element | null = element; one !== null; one = one.parentElement)
        if (/fixed|sticky/.test(getComputedStyle(one).position)) return true;
      return false;
    };
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const texts: { node: Node; words: string; rect: DOMRect }[] = [];
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const parent = node.parentElement;
      const words = node.textContent?.trim() ?? '';
      if (!parent || words === '' || parent.closest('svg, script, style, .sr, .skip, .twin, select')) continue;
      if (!parent.checkVisibility({ visibilityProperty: true }) || barred(parent)) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      for (const rect of range.getClientRects()) texts.push({ node, words, rect });
    }
    texts.sort((a, b) => a.rect.top - b.rect.top);
    const found: string[] = [];
    texts.forEach((one, at) => {
      for (const other of texts.slice(at + 1)) {
        if (other.rect.top >= one.rect.bottom) break;
        if (other.node === one.node) continue;
        const wide = Math.min(one.rect.right, other.rect.right) - Math.max(one.rect.left, other.rect.left);
        const high = Math.min(one.rect.bottom, other.rect.bottom) - Math.max(one.rect.top, other.rect.top);
        // Boxes of lines may touch where letters do not.
        if (wide > 2 && high > Math.min(one.rect.height, other.rect.height) / 3)
          found.push(`“${one.words.slice(0, 30)}” and “${other.words.slice(0, 30)}”`);
      }
    });
    return found;
  });

/** Texts that their box cuts off. */
export const cutTexts = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('body *')]
      .filter(
        (element) =>
          element.checkVisibility({ visibilityProperty: true }) && !element.closest('svg, .sr, .skip, .twin'),
      )
      .filter((element) => {
        const { overflowX, overflowY, clipPath } = getComputedStyle(element);
        if (clipPath !== 'none' || (overflowX !== 'hidden' && overflowY !== 'hidden')) return false;
        return element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 1;
      })
      .map((element) => `“${element.textContent?.trim().slice(0, 40)}”`),
  );

/** The spacing that WCAG 1.4.12 lets readers ask for. */
export const spaceText = (page: Page): Promise<unknown> =>
  page.addStyleTag({
    content: `* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
      p { margin-bottom: 2em !important; }`,
  });
