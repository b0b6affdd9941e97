const narrow = /[ijltfrI1.,:;|()'’ -]/;
const wide = /[mwMW%@—…]/;
const upper = /[A-Z]/;

/** About how wide 11 px of a system font come out, in pixels: enough to keep words apart. */
export function textWidth(text: string, strong = false): number {
  let width = 0;
  for (const letter of text) {
    width += wide.test(letter) ? 9.4 : narrow.test(letter) ? 3.6 : upper.test(letter) ? 7.4 : 6.1;
  }
  return strong ? width * 1.03 : width;
}
