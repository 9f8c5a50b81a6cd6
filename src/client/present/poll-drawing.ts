import type { PollView } from '../../model/wire/polls.ts'
import type { ClientPage } from '../show/client-page.ts'

/** How a result reads: `47 % (14)`. */
export const resultText = (count: number, voters: number, lang: string): string => {
  const percent = voters === 0 ? 0 : Math.round((100 * count) / voters)
  return `${percent}${lang === 'en' ? '' : '\u00a0'}% (${count})`
}

/** The geometry of a bar as it was drawn, of full length. Units: px of its drawing. */
interface Bar {
  path: SVGPathElement
  left: number
  top: string
  width: number
  height: number
}

const barPattern = /^M(-?[\d.]+) (-?[\d.]+)h([\d.]+)v([\d.]+)/

function barOf(path: SVGPathElement): Bar | null {
  const drawn = path.dataset.full ?? path.getAttribute('d') ?? ''
  path.dataset.full = drawn
  const [, left, top = '', width, height] = barPattern.exec(drawn) ?? []
  return width === undefined ? null : { path, left: Number(left), top, width: Number(width), height: Number(height) }
}

/** Shows results on the slides of polls, or takes them off. */
export interface PollDrawing {
  /** Shows the results of a poll, or takes all off. `voters` is the sentence with their number. */
  update(poll: PollView | null): void
}

/** Creates it. `votersText` returns the sentence with the number of voters; `onDraw` gets the slides that look different. */
export function makePollDrawing(
  page: ClientPage,
  votersText: (voters: number) => string,
  onDraw: (slides: ReadonlySet<HTMLElement>) => void,
): PollDrawing {
  let poll: PollView | null = null
  const draw = () => {
    const changed = new Set<HTMLElement>()
    for (const slide of page.slides) {
      const results = slide.querySelector<HTMLElement>('.poll-results')
      if (!results) continue
      const own = poll?.shown && poll.counts && poll.pages.includes(slide.id) ? poll : null
      if (own) drawResults(results, own, votersText(own.voters))
      else if (results.hidden) continue
      results.hidden = own === null
      const options = results.parentElement?.querySelector<HTMLElement>('.poll')
      options?.toggleAttribute('data-behind', own !== null)
      changed.add(slide)
    }
    if (changed.size > 0) onDraw(changed)
  }
  let isDrawing = false
  // An edit brings the slide as it was made.
  page.onEdit(() => {
    if (isDrawing) return
    isDrawing = true
    draw()
    isDrawing = false
  })
  return {
    update: (next) => {
      poll = next
      isDrawing = true
      draw()
      isDrawing = false
    },
  }
}

function drawResults(
  results: HTMLElement,
  { options, counts, voters, lang, question }: PollView,
  sentence: string,
): void {
  const svg = results.querySelector('svg')
  if (!svg || !counts) return
  const most = Math.max(1, ...counts)
  for (const path of svg.querySelectorAll<SVGPathElement>('path[data-row]')) {
    const bar = barOf(path)
    if (!bar) continue
    const row = Number(path.getAttribute('data-row'))
    const width = Math.round(((bar.width * (counts[row] ?? 0)) / most) * 10) / 10
    path.setAttribute('d', width === 0 ? '' : `M${bar.left} ${bar.top}h${width}v${bar.height}h${-width}z`)
    const value = svg.querySelector<SVGTextElement>(`text[data-row="${row}"]`)
    if (!value) continue
    value.dataset.full ??= value.getAttribute('x') ?? ''
    // A value at the end of its line stays there; one beside its bar goes with the bar's end.
    if (!value.classList.contains('ch-e'))
      value.setAttribute('x', `${Math.round(Number(value.dataset.full) - bar.width + width)}`)
    value.textContent = resultText(counts[row] ?? 0, voters, lang)
  }
  const said = options.map(({ text }, i) => `${text}: ${resultText(counts[i] ?? 0, voters, lang)}`)
  svg.setAttribute('aria-label', `${question} ${said.join('; ')}`)
  results.querySelector('.poll-count')!.textContent = sentence
}
