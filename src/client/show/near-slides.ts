/** Whether the browser's own search finds texts in slides that are not shown: Chrome 102, Firefox 139, Safari 26.2. */
const canFindHidden = 'onbeforematch' in document.documentElement

/** Hides a slide that is not shown. The browser's own search finds it nevertheless, unless it is inert. */
function hide(slide: HTMLElement): void {
  slide.setAttribute('hidden', canFindHidden ? 'until-found' : '')
  slide.removeAttribute('inert')
  slide.removeAttribute('aria-hidden')
}

/** Shows a slide. reveal.js does the same as soon as it has started. */
function show(slide: HTMLElement): void {
  slide.classList.remove('past', 'future')
  slide.classList.add('present')
  for (const name of ['hidden', 'aria-hidden', 'inert']) slide.removeAttribute(name)
}

/** Shows one of some slides and hides the others. Those that are not `near` it look again as if they were never shown. */
export function showOne(slides: Iterable<HTMLElement>, current: HTMLElement, near: readonly HTMLElement[]): void {
  for (const slide of slides) {
    if (slide === current) show(slide)
    else {
      hide(slide)
      slide.classList.remove(...(near.includes(slide) ? ['present'] : ['past', 'present', 'future']))
    }
  }
}

/** Makes slides that were never shown known to the browser's own search, when the browser has nothing else to do. */
export function makeFindable(slides: () => readonly HTMLElement[]): void {
  if (!canFindHidden) return
  const start = () => {
    for (const slide of slides()) if (!slide.matches('.present, [hidden]')) hide(slide)
  }
  const whenIdle = window.requestIdleCallback ?? setTimeout
  whenIdle(start)
}
