import type { Show } from './show.ts'

/** A text may exceed its box by this factor. */
const tolerance = 1.01

/**
 * Prevents clipped texts: scales a text down if the browser renders it larger than its box. Texts are fitted with a margin,
 * so this happens only where the user sets lines, words or letters wider apart, at any time.
 */
export function guardOverflow(show: Show): void {
  const boxesOf = (slide: HTMLElement | undefined) => [
    ...(slide?.querySelectorAll<HTMLElement>('.box:not(.scroll)') ?? []),
  ]
  let shown: HTMLElement | undefined
  // Spacing changes the height of lines, so an observer notices it. It calls back once for a new slide, too.
  const observer = new ResizeObserver(() => boxesOf(shown).forEach(shrinkToFit))
  const watch = () => {
    shown = show.page.slides[show.index()]
    observer.disconnect()
    for (const box of boxesOf(shown)) if (box.firstElementChild) observer.observe(box.firstElementChild)
  }
  document.fonts.ready.then(() => {
    watch()
    show.onChange(() => show.page.slides[show.index()] !== shown && watch())
    show.page.onEdit(watch)
  })
}

/** Whether a line of a table is wider than its column, so that it would run into the next one. Units: px of the window. */
const isCrowded = (box: HTMLElement): boolean =>
  [...box.querySelectorAll(':is(td, th) .ln')].some(
    (line) => line.getBoundingClientRect().right > line.closest('td, th')!.getBoundingClientRect().right + 1,
  )

function shrinkToFit(box: HTMLElement): void {
  const text = box.firstElementChild as HTMLElement | null
  if (!text?.querySelector('.ln') || box.clientHeight === 0) return
  box.classList.remove('ui-spaced')
  if (isCrowded(box)) box.classList.add('ui-spaced')
  const ratio = Math.max(text.scrollWidth / box.clientWidth, text.offsetHeight / box.clientHeight)
  const scale = ratio > tolerance ? `scale(${1 / ratio})` : ''
  if (text.style.transform === scale) return
  text.style.transformOrigin = '0 0'
  text.style.transform = scale
  if (scale !== '')
    console.warn(`A text was larger than its box by ${Math.round((ratio - 1) * 100)} % and was scaled.`, text)
}
