/** Stories that the plain Firefox is not asked, by words of their titles. The first three groups run in a Firefox of their own. */
export const withoutScript = [
  'without JavaScript',
  'a phone opens the contents, without a script too',
  'two days stand side by side, and a gap names',
  'a form of an admin, sent by somebody else',
  'and nobody needs a script',
];

export const inDark = ['in dark', 'dark at 320 pixels'];

export const inForcedColours = ['in forced colours'];

export const notInFirefox = {
  'BiDi in Firefox has no touch': [
    'a finger zooms in two steps',
    'and a finger moves them',
    'a phone has its places along the bottom',
    'the answer to a press is seen without searching',
    'a phone opens it from the menu',
  ],
  'it looks with tools of Chromium (its debugger, its error page, its PDF)': [
    'a page names its icons and its manifest',
    'can neither frame the application nor post into it',
    'a review prints to one clean A4 page',
  ],
  'BiDi in Firefox cannot pretend to print, nor read the clipboard': [
    'two days compared are copied, taken along and printed',
    'an admin explores from the overview',
  ],
  'one of its pages has no script, which a preference says for the whole browser': [
    'nothing is imported but what was looked at',
  ],
};

/** Files whose stories ask the server and processes: no browser makes a difference. */
export const withoutPages = [
  'calls-home',
  'crash',
  'ending',
  'full-disk',
  'refused-start',
  'routes',
  'starting',
  'wire',
];
