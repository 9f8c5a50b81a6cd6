/**
 * The steps of a slide: what the show adds to it one after the other. Shape: the elements of a step appear together.
 * `data-steps` of a slide says whether it has steps: `parts` of its boxes, or `all` boxes. Nothing else in the page does.
 */
export type SlideSteps = readonly (readonly Element[])[]

/** The boxes that are there from the start: the title, the unit of a table, and what belongs to the slide as a whole. */
const framing = '.title, .footer, .page, .ornament, .rule, .matte, .logo, .logoTitle, .event, .number, .unit'

/** Boxes that explain the one before them, and those that begin the one after them. */
const explaining = '.caption, .legend, .label, .change, .source, .scan'
const beginning = '.mark'

/** The parts of a box that can be shown one by one. Items inside items count, too; paragraphs inside items do not. */
const partSelector = 'li, .prose > :is(p, h2, h3), tbody > tr'
const isPart = (part: Element): boolean =>
  !part.closest('.unseen, .aside, .repeated') && (part.matches('li, tr') || !part.closest('li, tr'))

/** Returns the steps of a slide, in the order of reading; none for a slide that is shown whole. */
export function stepsOf(slide: HTMLElement | undefined): SlideSteps {
  const asked = slide?.dataset.steps
  if (!slide || !asked) return []
  const boxes = [...slide.children].filter((box) => box.matches('.box') && !box.matches(framing))
  const isGallery = boxes.filter(isPicture).length > 1
  const steps: Element[][] = []
  let begun: Element[] = []
  let last: Element[] | undefined
  for (const box of boxes) {
    if (box.matches(beginning)) begun.push(box)
    else if (box.matches(explaining) && last) last.push(box)
    else if (!box.matches(explaining) || asked === 'all') {
      const parts = box.querySelector('svg.chart') ? stepsOfChart(box) : partsOf(box)
      const isWhole = parts.length === 0 && (asked === 'all' || (isGallery && isPicture(box)))
      const own = isWhole ? [[box]] : parts
      own[0]?.unshift(...begun)
      steps.push(...own)
      last = own.at(-1)
      begun = []
    }
  }
  return steps
}

const isPicture = (box: Element): boolean => box.querySelector(':scope > img') !== null

/** The level of a heading, or of a row that names those below it, such as the day of a programme; null for other parts. */
const levelOf = (part: Element): number | null =>
  part.matches('h2, h3') ? Number(part.localName[1]) : part.querySelector(':scope > th[scope="rowgroup"]') ? 2 : null

/**
 * The parts of a text, a table or a list of people. A heading appears together with what follows it, which is not another
 * heading of its kind.
 */
function partsOf(box: Element): Element[][] {
  const steps: Element[][] = []
  let headings: Element[] = []
  let above = 0
  for (const part of [...box.querySelectorAll(partSelector)].filter(isPart)) {
    const level = levelOf(part)
    if (level !== null && level <= above && headings.length > 0) {
      steps.push(headings)
      headings = []
    }
    headings.push(part)
    above = level ?? 0
    if (level !== null) continue
    steps.push(headings)
    headings = []
  }
  return headings.length > 0 ? [...steps, headings] : steps
}

/** The bars or parts of a chart that has one for each row, else its series. */
const stepsOfChart = (box: Element): Element[][] => (box.querySelector('[data-rows]') ? rowsOf(box) : seriesOf(box))

/** The bars or parts of a chart, each with its rows of the table for screen readers; parts that were joined come last. */
function rowsOf(box: Element): Element[][] {
  const steps = new Map<string, Element[]>()
  for (const mark of box.querySelectorAll('[data-rows]')) {
    const rows = mark.getAttribute('data-rows') ?? ''
    steps.set(rows, [...(steps.get(rows) ?? []), mark])
  }
  const place = (rows: string) => (rows.includes(' ') ? Number.POSITIVE_INFINITY : Number(rows))
  return [...steps]
    .sort(([a], [b]) => place(a) - place(b))
    .map(([rows, marks]) => [
      ...marks,
      ...rows
        .split(' ')
        .flatMap((row) => [...box.querySelectorAll(`.unseen tbody > tr:nth-child(${Number(row) + 1})`)]),
    ])
}

/** The series of a chart, each with its column of the table for screen readers. */
function seriesOf(box: Element): Element[][] {
  const steps: Element[][] = []
  for (const mark of box.querySelectorAll('[data-series]'))
    (steps[Number(mark.getAttribute('data-series'))] ??= []).push(mark)
  return steps.map((marks, series) => [...marks, ...box.querySelectorAll(`.unseen tr > :nth-child(${series + 2})`)])
}

/**
 * Shows the first steps of a slide and hides the others: they keep their place, but neither eyes nor screen readers find
 * them. `shown`: how many; null for all of them.
 */
export function showSteps(slide: HTMLElement, steps: SlideSteps, shown: number | null): void {
  for (const [index, parts] of steps.entries()) {
    const isLater = shown !== null && index >= shown
    for (const part of parts) part.toggleAttribute('data-later', isLater)
  }
  // The name of a drawing tells all of its series.
  for (const drawing of slide.querySelectorAll('svg.chart')) {
    if (drawing.querySelector('[data-later]')) drawing.setAttribute('aria-hidden', 'true')
    else drawing.removeAttribute('aria-hidden')
  }
}

/** Shows all of a slide, as it was made. */
export function showWhole(slide: ParentNode): void {
  for (const part of slide.querySelectorAll('[data-later]')) {
    part.removeAttribute('data-later')
    part.closest('svg.chart')?.removeAttribute('aria-hidden')
  }
}

/** Returns what a step adds, as screen readers announce it; empty if it has no words. It has been shown. */
export const stepText = (parts: readonly Element[]): string =>
  saidOf(parts)
    .flatMap(textsOf)
    .map((text) => text.replace(/\s+/g, ' ').trim())
    // The name of a picture may be its caption.
    .filter((text, index, all) => text !== '' && text !== all[index - 1])
    .join(', ')

/** What is read aloud of a step: of a chart, whose drawing has a part of each text only, the cells of the table. */
const saidOf = (parts: readonly Element[]): readonly Element[] => {
  const cells = parts.flatMap((part) =>
    part.matches('.unseen tr') ? [...part.children] : part.matches('.unseen tr > *') ? [part] : [],
  )
  return cells.length > 0
    ? [...cells, ...parts.filter((part) => part.matches('.box'))]
    : parts.filter((part) => !part.closest('.unseen'))
}

/** The name of a picture, a drawing or a video, else the texts of a part, without those of later steps inside it. */
function textsOf(part: Element): string[] {
  const named = part.querySelector('a[aria-label], img[alt], svg[aria-label]')
  const name = named?.getAttribute('aria-label') ?? named?.getAttribute('alt') ?? ''
  if (name !== '') return [name]
  const texts = [...part.querySelectorAll<HTMLElement>('.prose')].filter(
    (text) => !text.closest('[aria-hidden="true"]'),
  )
  return (texts.length > 0 ? texts : [part]).map((text) => (text as HTMLElement).innerText ?? text.textContent)
}

/** What a show is at: a slide, and how many of its steps it shows; null for all of them. Indexes start at 0. */
export interface ShowPlace {
  index: number
  shown: number | null
}

/** Returns how many of some steps are shown: null for all of them, also where there are fewer than asked for. */
export const withinSteps = (shown: number | null, count: number): number | null =>
  shown === null || shown >= count ? null : Math.max(shown, 0)

/** Returns the place after another one: the next step, else the beginning of the next slide. `count`: steps of the slide. */
export const placeAfter = ({ index, shown }: ShowPlace, count: number): ShowPlace => {
  const at = withinSteps(shown, count)
  return at === null ? { index: index + 1, shown: 0 } : { index, shown: withinSteps(at + 1, count) }
}

/** Returns the place before another one: one step less, else the whole slide before. `count`: steps of the slide. */
export const placeBefore = ({ index, shown }: ShowPlace, count: number): ShowPlace => {
  const at = withinSteps(shown, count) ?? count
  return at > 0 ? { index, shown: at - 1 } : { index: index - 1, shown: null }
}
