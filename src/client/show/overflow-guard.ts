import type { Show } from './show.ts'

/** A text may exceed its box by this factor. */
const tolerance = 1.01

/**
 * Prevents clipped texts: scales a text down if the browser renders it larger than its box. Texts are fitted with a margin,
 * so this should never happen in a built page.
 */
export function guardOverflow(show: Show): void {
  const checked = new WeakSet<HTMLElement>()
  const check = () => {
    const slide = show.page.slides[show.index()]
    if (!slide || checked.has(slide)) return
    checked.add(slide)
    for (const box of slide.querySelectorAll<HTMLElement>('.box:not(.scroll)')) shrinkToFit(box)
  }
  document.fonts.ready.then(() => {
    check()
    show.onChange(check)
    show.page.onEdit((edited) => {
      for (const slide of edited) checked.delete(slide)
      check()
    })
  })
}

function shrinkToFit(box: HTMLElement): void {
  const text = box.firstElementChild as HTMLElement | null
  if (!text?.querySelector('.ln') || box.clientHeight === 0) return
  const ratio = Math.max(text.scrollWidth / box.clientWidth, text.offsetHeight / box.clientHeight)
  if (ratio <= tolerance) return
  text.style.transformOrigin = '0 0'
  text.style.transform = `scale(${1 / ratio})`
  console.warn(`A text was larger than its box by ${Math.round((ratio - 1) * 100)} % and was scaled.`, text)
}
