import type { Show } from './show.ts'

/** A text may be this much larger than its box before it counts. Units: share of the box. */
const tolerance = 1.01

/**
 * The last resort against a cut text: a browser that sets it larger than was measured gets it scaled to its box.
 * Texts are fitted with room to spare, so this never acts on a page as built.
 */
export function guardOverflow(show: Show): void {
  const done = new WeakSet<HTMLElement>()
  const check = () => {
    const slide = show.page.slides[show.index()]
    if (!slide || done.has(slide)) return
    done.add(slide)
    for (const box of slide.querySelectorAll<HTMLElement>('.box:not(.scroll)')) shrinkToFit(box)
  }
  document.fonts.ready.then(() => {
    check()
    show.onChange(check)
    show.page.onEdit((edited) => {
      for (const slide of edited) done.delete(slide)
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
