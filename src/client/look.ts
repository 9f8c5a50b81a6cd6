import type { Page } from './page.ts'

/** The slides' letters and shape are those of what the script adds. */
export function shareLook({ reveal, width, height }: Page): void {
  const { style } = document.documentElement
  const text = reveal.querySelector('.slides :is(.t-footer, .t-body, h1, h2)')
  if (text) style.setProperty('--ui-font', getComputedStyle(text).fontFamily)
  style.setProperty('--ui-ratio', `${width / height}`)
}
