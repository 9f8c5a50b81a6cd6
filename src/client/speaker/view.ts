import { button, element } from '../element.ts'
import { icon } from '../icons.ts'
import { digitOf } from '../keys.ts'
import { headingOf } from '../page.ts'
import type { Show } from '../show.ts'
import { thumbnail } from '../thumbnail.ts'
import { makeNotes } from './notes.ts'
import { makeTimes } from './times.ts'

/** What the speaker sees. */
export interface SpeakerView {
  root: HTMLElement
  /** A place whose width is that of a thumbnail, by its name in the style sheet. */
  frames: HTMLElement[]
  /** Draws what the show has come to. */
  update(): void
  /** Draws the slides that were edited, where they are seen. */
  follow(edited: ReadonlySet<HTMLElement>): void
  tick(): void
  /** Asks for a slide's number, beginning with a digit. */
  askNumber(digit: string): void
  /** Says that the slides are gone. */
  lose(): void
}

const frame = (className: string, label: string) => {
  const place = element('div', { class: 'ui-thumb-frame' })
  const heading = element('p', { class: 'ui-heading' })
  const caption = element('figcaption', {}, element('span', { class: 'ui-label' }, label), heading)
  return { place, heading, figure: element('figure', { class: className }, caption, place) }
}

/** Makes the speaker view of a show. It stands in a window of its own and is drawn by this one. */
export function makeSpeakerView(show: Show): SpeakerView {
  const { page } = show
  const say = page.words.speaker
  const times = makeTimes(page)
  const notes = makeNotes(page)
  const current = frame('ui-current', say.current)
  const next = frame('ui-next', say.next)
  const position = makePosition(show)
  const black = element('button', { type: 'button', class: 'ui-wide ui-black' }, icon('black'), element('span', {}))
  black.addEventListener('click', () => show.toggleBlack())
  const bar = element('header', { class: 'ui-bar' }, ...times.parts, position.part)
  const moves = element(
    'nav',
    { class: 'ui-moves' },
    black,
    button(icon('previous'), page.words.help.keys.previous, 'ui-wide', () => show.previous()),
    button(icon('next'), page.words.help.keys.next, 'ui-wide ui-primary', () => show.next()),
  )
  const lost = element('p', { class: 'ui-lost', role: 'alert' })
  const root = element('main', { class: 'ui-speaker' }, bar, current.figure, notes.part, next.figure, moves, lost)
  let drawn = -1
  let seen: readonly HTMLElement[] = []

  const draw = (index: number) => {
    const [now, then] = [page.slides[index] as HTMLElement, page.slides[index + 1]]
    current.place.replaceChildren(thumbnail(now))
    current.heading.textContent = headingOf(now)
    next.place.replaceChildren(then ? thumbnail(then) : element('p', { class: 'ui-end' }, say.end))
    next.heading.textContent = then ? headingOf(then) : ''
    notes.show(now)
    seen = page.slides.slice(index, index + 2)
    if (drawn !== -1 && drawn !== index) times.begin()
    drawn = index
  }
  return {
    root,
    frames: [current.place, next.place],
    update: () => {
      if (drawn !== show.index()) draw(show.index())
      position.update()
      root.classList.toggle('ui-is-black', show.black())
      black.setAttribute('aria-pressed', `${show.black()}`)
      ;(black.lastElementChild as HTMLElement).textContent = show.black() ? say.blackOff : say.blackOn
      times.update()
    },
    follow: (edited) => {
      const now = page.slides.slice(drawn, drawn + 2)
      const other = now.length !== seen.length || now.some((slide, i) => edited.has(slide) || slide !== seen[i])
      if (drawn === show.index() && other) draw(drawn)
      position.update()
    },
    tick: times.update,
    askNumber: position.ask,
    lose: () => {
      lost.textContent = say.lost
      root.classList.add('ui-is-lost')
    },
  }
}

/** `3 / 12`, where the 3 may be typed over. */
function makePosition(show: Show) {
  const { page } = show
  const { words } = page
  const input = element('input', {
    type: 'text',
    inputmode: 'numeric',
    autocomplete: 'off',
    maxlength: '5',
    'aria-label': words.jump.title,
  })
  const count = element('span', {})
  const form = element('form', { class: 'ui-figure' }, input, count)
  const back = () => {
    input.value = `${show.index() + 1}`
    input.blur()
  }
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    const number = Number.parseInt(input.value, 10)
    if (number >= 1 && number <= page.slides.length) show.go(number - 1)
    back()
  })
  input.addEventListener('keydown', (event) => {
    if (event.code === 'Escape') back()
    const digit = event.ctrlKey || event.metaKey || event.altKey ? '' : digitOf(event)
    if (digit === '') return
    event.preventDefault()
    input.setRangeText(digit, input.selectionStart ?? 0, input.selectionEnd ?? 0, 'end')
  })
  const label = element('span', { class: 'ui-label' }, words.slides)
  return {
    part: element('div', { class: 'ui-part ui-position' }, label, form),
    update: () => {
      count.textContent = `/ ${page.slides.length}`
      input.style.width = `calc(${`${page.slides.length}`.length}ch + 20px)`
      if (input.ownerDocument.activeElement !== input) input.value = `${show.index() + 1}`
    },
    ask: (digit: string) => {
      input.focus()
      input.value = digit
      if (digit === '') input.select()
    },
  }
}
