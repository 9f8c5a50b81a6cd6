import type { ClientPage } from '../show/client-page.ts'

/** Gives the user interface the font and the aspect ratio of the slides. */
export function applyDeckStyle({ reveal, width, height }: ClientPage): void {
  const { style } = document.documentElement
  // Body text comes first: a font for headings may have only a bold face.
  const [text] = ['.t-body', '.t-footer', ':is(h1, h2)'].flatMap((one) => reveal.querySelector(`.slides ${one}`) ?? [])
  if (text) style.setProperty('--ui-font', getComputedStyle(text).fontFamily)
  style.setProperty('--ui-ratio', `${width / height}`)
}
