/** Expressions that tell what a page of slides shows, for any browser. */

/** The number of the slide that the show shows. */
export const current = 'Number(document.querySelector("section.present")?.dataset.page)'

/** Whether the show has started. */
export const ready = '!!document.querySelector(".reveal.ready")'

/** Whether a dialog is open. */
export const isOpen = (dialog: string): string => `document.querySelector("${dialog}")?.open === true`

/** The slides that can be seen as a whole, by number: each below the one before it. */
export const seenSlides = `(() => {
  let end = Number.NEGATIVE_INFINITY
  return [...document.querySelectorAll('.slides > section')].flatMap((slide) => {
    const { top, bottom, width, height } = slide.getBoundingClientRect()
    const style = getComputedStyle(slide)
    const seen = width > 300 && height > 100 && top >= end && style.visibility === 'visible' && style.opacity === '1'
    end = bottom - 1
    return seen ? [Number(slide.dataset.page)] : []
  })
})()`

/** Puts the rules for print in the place of those for the screen, where a browser cannot be asked to print. */
export const printRules = `[...document.styleSheets].forEach((sheet) => [...sheet.cssRules].forEach((rule) => {
  const media = rule.media?.mediaText
  if (media === 'print') rule.media.mediaText = 'all'
  if (media === 'screen') rule.media.mediaText = 'not all'
}))`
