import type { ClientPage } from '../show/client-page.ts'

/** The slides' letters and shape are those of what the script adds. */
export function applyDeckStyle({ reveal, width, height }: ClientPage): void {
  const { style } = document.documentElement
  // A family for headings may have bold letters only.
  const [text] = ['.t-body', '.t-footer', ':is(h1, h2)'].flatMap((one) => reveal.querySelector(`.slides ${one}`) ?? [])
  if (text) style.setProperty('--ui-font', getComputedStyle(text).fontFamily)
  style.setProperty('--ui-ratio', `${width / height}`)
}
