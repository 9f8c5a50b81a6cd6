import fc from 'fast-check'
import { expect, test } from 'vitest'
import { openLive } from '../../src/live/open-live.ts'
import type { Live } from '../../src/model/live.ts'
import { runs } from '../support/property-runs.ts'
import { applyChange, deckOf, openLiveDeck, skippingClock } from './live-deck.ts'

const words = [
  'Бүгін',
  'аудан',
  'орталығында',
  'жаңа',
  'today',
  'the',
  'комиссия',
  'рассмотрела',
  '2024',
  '**bold**',
  '[two](#2)',
]
const prose = fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 220 }).map((all) => all.join(' '))
const heading = fc
  .array(fc.constantFrom(...words.slice(0, 9)), { minLength: 1, maxLength: 5 })
  .map((all) => all.join(' '))
const optional = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined, freq: 2 })

type Slides = readonly object[]
type Edit = (slides: Slides) => Slides

/** Slides, and the other fields of their deck. */
interface TestDeck {
  slides: Slides
  more: object
}

/** Slides of every kind that hangs on the others: first, last, sections, links, texts of several pages, mistakes. */
const anySlide: fc.Arbitrary<object> = fc.record({
  title: optional(heading),
  text: optional(fc.oneof(prose, fc.array(prose, { minLength: 1, maxLength: 3 }))),
  block: optional(fc.constantFrom('1', '2', '6', '7', '8', '', 'nonsense')),
  notes: optional(heading),
  img_path: optional(fc.constantFrom('/img/dot.svg', '/img/missing.png', '')),
  background: optional(fc.constantFrom('#102030', '#fff')),
  colour: optional(fc.constant('red')),
  video: optional(fc.constantFrom('https://youtu.be/dQw4w9WgXcQ', '???')),
})

const anyDeck: fc.Arbitrary<TestDeck> = fc.record({
  slides: fc.array(anySlide, { minLength: 1, maxLength: 6 }),
  more: fc.record({ name: fc.constantFrom('Talk', '1'), logo_title: optional(heading), slide_max: fc.constant(3) }),
})

const anyEdit: fc.Arbitrary<Edit> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.tuple(fc.nat(), anySlide).map(
      ([at, slide]): Edit =>
        (slides) =>
          slides.with(at % slides.length, slide),
    ),
  },
  {
    weight: 1,
    arbitrary: fc.tuple(fc.nat(), anySlide).map(
      ([at, slide]): Edit =>
        (slides) =>
          slides.toSpliced(at % slides.length, 0, slide),
    ),
  },
  {
    weight: 1,
    arbitrary: fc.nat().map(
      (at): Edit =>
        (slides) =>
          slides.length > 1 ? slides.toSpliced(at % slides.length, 1) : slides,
    ),
  },
  {
    weight: 1,
    arbitrary: fc.nat().map(
      (at): Edit =>
        (slides) =>
          slides.toSorted((_, b) => (b === slides[at % slides.length] ? 1 : 0)),
    ),
  },
)

const files = {
  'static/img/dot.svg':
    '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="30"><rect width="40" height="30"/></svg>',
}

/** All of a state but its version and its style sheet, which keeps the rules of earlier pages; null if there is no state. */
function comparable(live: Live) {
  const state = live.state()
  return state && { pages: state.pages, symbols: state.symbols, data: state.data, lang: state.lang }
}

const rules = (css = '') => new Set(css.split('\n'))

const oneSlide = (slide: object): TestDeck => ({ slides: [slide], more: { name: 'Talk' } })

/** Decks without any content, which are an error, and how they come about. */
const emptyDecks: [TestDeck, Edit[]][] = [
  [oneSlide({}), [() => [{}]]],
  [oneSlide({ title: 'One' }), [() => [{}]]],
  [oneSlide({}), [() => [{ title: 'One' }]]],
]

test('after any edits a deck is the same as when it is opened anew', async () => {
  await fc.assert(
    fc.asyncProperty(
      anyDeck,
      fc.array(anyEdit, { minLength: 1, maxLength: 4 }),
      async ({ slides: first, more }, edits) => {
        const clock = skippingClock()
        const { path, live, changes, save } = await openLiveDeck(deckOf(first, more), files, { clock })
        let state = live.state()
        let slides: Slides = first
        for (const edit of edits) {
          slides = edit(slides)
          await save(deckOf(slides, more))
        }
        const fresh = await openLive(path, { clock })
        expect(live.report()).toEqual(fresh.report())
        // A deck of empty slides only has an error: then the pages from before the error stay.
        if (fresh.report().valid) expect(comparable(live)).toEqual(comparable(fresh))
        const kept = rules(live.state()?.css)
        expect([...rules(fresh.state()?.css)].filter((rule) => !kept.has(rule))).toEqual([])
        for (const change of changes) state = applyChange(state, change)
        expect(state).toEqual(live.state())
      },
    ),
    { numRuns: runs(40), examples: emptyDecks },
  )
})

/** Ways in which a deck's file is broken and repaired. */
const faults: Readonly<Record<string, (text: string) => string>> = {
  none: (text) => text,
  'a comma missing between slides': (text) => text.replace(/\},\n {4}\{/, '}\n    {'),
  'commas too many': (text) => text.replace(/\}(?=\n {2}\])/, '},').replace(/\](?=\n\}$)/, '],'),
  'a comment': (text) => text.replace('"content"', '// slides\n  "content"'),
  'a name without quotes': (text) => text.replace('"content"', 'content'),
  'a bracket missing at the end': (text) => text.slice(0, -1),
  'another slide with a comma missing': (text) =>
    text.replace('"content": [', '"content": [\n    { "title": "Broken" "text": "Two words" },'),
}

test.each(Object.keys(faults))('the page that is shown first does not change afterwards (%s)', async (fault) => {
  const broken = (slides: Slides, more: object) => faults[fault]!(deckOf(slides, { ...more, name: 'Talk', lang: 'ru' }))
  const before = fault.startsWith('another slide') ? 1 : 0
  let first = 0
  await fc.assert(
    fc.asyncProperty(anyDeck, fc.nat(), anySlide, async ({ slides, more }, at, slide) => {
      const { live, changes, save } = await openLiveDeck(broken(slides, more), files, { clock: skippingClock() })
      const index = at % slides.length
      let reports = 0
      live.onReport(() => (reports += 1))
      // Where all is worked out before anything is shown, the report comes in the same breath.
      live.onChange(() => setImmediate(() => (first += reports === 0 ? 1 : 0)))
      await save(broken(slides.with(index, slide), more))
      const settled = new Map(live.state()?.pages.map((page) => [page.id, page]))
      const own = (id: string) => id.split('-')[0] === `s${index + before + 1}`
      const shown = changes[0]?.pages.filter(({ id }) => own(id)) ?? []
      for (const page of shown) expect(settled.get(page.id)).toEqual(page)
    }),
    { numRuns: runs(fault === 'none' ? 40 : 10) },
  )
  expect(first).toBeGreaterThan(0)
})
