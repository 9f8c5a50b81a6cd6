import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { createQr } from '../../../src/blocks/qr.ts'
import { print as words } from '../../../src/languages/en/print.ts'
import { layoutHandout } from '../../../src/layout/handout/layout-handout.ts'
import {
  type Handout,
  type HandoutOptions,
  type HandoutSheet,
  type PerPage,
  paperNames,
  perPageChoices,
} from '../../../src/model/handout.ts'
import type { LaidOutDeck, PlacedBox, QrView } from '../../../src/model/laid-out.ts'
import type { Box } from '../../../src/model/theme.ts'
import { join, type LayoutFixture, loadOfficial, set, words as wordsOf } from '../fixture.ts'

let at: LayoutFixture
beforeAll(async () => {
  at = await loadOfficial()
})

const plain: HandoutOptions = { paper: 'a4', notes: false, lines: false, header: true, footer: true }
const mm = (length: number) => (length * 96) / 25.4
const sentence = 'The speaker says what the slide does not say, in words of their own. '

interface Made {
  deck: LaidOutDeck
  handout: Handout
  small: ReturnType<typeof layoutHandout>['small']
}

function make(content: object[], options: Partial<HandoutOptions> = {}, more: object = {}): Made {
  const whole = { name: 'Handouts', lang: 'en', event: 'Forum', date: '2021', author: 'Team', ...more, content }
  const deck = scanned(set(whole, at).laidOut)
  const pages = [...deck.pages.keys()]
  return { deck, ...layoutHandout(deck, pages, { ...plain, ...options }, { ...at, words }) }
}

const slides = (count: number, more: (i: number) => object = () => ({})) =>
  Array.from({ length: count }, (_, i) => ({ block: '2', title: `Slide ${i + 1}`, text: 'A few words.', ...more(i) }))

/** Everything on a sheet that may not be cut or punched. */
function boxesOf({ header, cells, rest, footer }: HandoutSheet): Box[] {
  const ofCells = cells.flatMap(({ frame, number, codes, notes, more, lines }) => [
    ...[frame, number, notes, more, lines],
    ...codes,
  ])
  return [...header, ...ofCells, ...rest, ...footer].filter((box) => box !== null)
}

/** All that the notes of a deck say on its sheets, slide by slide, as far as slides follow one another. */
const notesOn = ({ sheets }: Handout): PlacedBox[] =>
  sheets.flatMap(({ cells, rest }) => [
    ...cells.flatMap(({ notes }) => notes ?? []),
    ...rest.filter(({ region }) => region === 'handout-notes'),
  ])

/** 20 mm at the left for a punch, 18 at the top of a sheet that lies, 12 elsewhere. */
function inside({ x, y, width, height }: Box, { paper }: Handout): boolean {
  const top = paper.width > paper.height ? 18 : 12
  const bottom = mm(paper.height - 12) + 0.01
  return x >= mm(20) - 0.01 && y >= mm(top) - 0.01 && x + width <= mm(paper.width - 12) + 0.01 && y + height <= bottom
}

/** Titles of slides with a QR code as videos have it, and with one as maps have it besides. */
const coded = 'With a code'
const two = 'With two codes'

/** Puts the codes on. */
function scanned(deck: LaidOutDeck): LaidOutDeck {
  const view = createQr('https://example.org/films/2021/opening', { text: 'A film', lang: 'en' })!
  const code = (side: number): PlacedBox => ({
    ...{ x: 900, y: 300, width: side, height: side },
    ...{ region: 'scan', template: 'qr', view },
  })
  const codesOn = (title: string) => (title === coded ? [code(168)] : title === two ? [code(168), code(200)] : [])
  const pages = deck.pages.map((page) => ({ ...page, boxes: [...page.boxes, ...codesOn(wordsOf(page.boxes[0]!))] }))
  return { ...deck, pages }
}

const overlap = (a: Box, b: Box) =>
  a.x + a.width > b.x + 0.01 && b.x + b.width > a.x + 0.01 && a.y + a.height > b.y + 0.01 && b.y + b.height > a.y + 0.01

const everyWay = perPageChoices.flatMap((perPage) =>
  paperNames.flatMap((paper) =>
    [{}, { notes: true }, { lines: true }, { notes: true, lines: true }].map((wish) => ({ perPage, paper, ...wish })),
  ),
)

describe('sheets', () => {
  test.each(perPageChoices)('%i per sheet: as many sheets as needed, every slide once, in order', (perPage) => {
    const { handout, deck } = make(slides(20), { perPage })
    expect(handout.sheets).toHaveLength(Math.ceil(deck.pages.length / perPage))
    expect(handout.sheets.flatMap(({ cells }) => cells.map(({ page }) => page))).toEqual([...deck.pages.keys()])
  })

  test('margins and the space for a hole punch stay free, and nothing overlaps', () => {
    const content = slides(10, (i) => ({ notes: sentence.repeat(i), ...(i % 3 === 2 ? { title: coded } : {}) }))
    const wrong: unknown[] = []
    for (const aspect of ['16:9', '4:3']) {
      for (const way of everyWay) {
        const { handout } = make(content, way, { aspect })
        for (const sheet of handout.sheets) {
          const boxes = boxesOf(sheet)
          wrong.push(...boxes.filter((box) => !inside(box, handout)).map((box) => ({ aspect, way, box })))
          for (const [i, one] of boxes.entries()) {
            const over = boxes.slice(i + 1).filter((other) => overlap(one, other))
            wrong.push(...over.map((other) => ({ aspect, way, one, other })))
          }
        }
      }
    }
    expect(wrong).toEqual([])
  })

  test('a cut between slides leaves five millimetres to each side, or goes through nothing', () => {
    for (const perPage of perPageChoices) {
      const { handout } = make(slides(9), { perPage })
      const frames = handout.sheets[0]!.cells.map(({ frame }) => frame)
      for (const [i, a] of frames.entries()) {
        for (const b of frames.slice(i + 1)) {
          const apart = Math.max(b.x - a.x - a.width, a.x - b.x - b.width, b.y - a.y - a.height, a.y - b.y - b.height)
          expect(apart).toBeGreaterThan(mm(9))
        }
      }
    }
  })

  test('slides alone are as large as the better orientation of the sheet allows', () => {
    const turned = Object.fromEntries(
      perPageChoices.map((perPage) => {
        const { paper, scale } = make(slides(1), { perPage }).handout
        return [perPage, { lies: paper.width > paper.height, scale: Math.round(scale * 100) / 100 }]
      }),
    )
    expect(turned).toEqual({
      1: { lies: true, scale: 0.78 },
      2: { lies: false, scale: 0.53 },
      3: { lies: false, scale: 0.27 },
      4: { lies: true, scale: 0.36 },
      6: { lies: false, scale: 0.25 },
      9: { lies: true, scale: 0.22 },
    })
  })

  test('header and footer show the deck and the sheet, and can be left out', () => {
    const { handout } = make(slides(7), { perPage: 3 })
    const said = handout.sheets.map(({ header, footer }) => [...header, ...footer].map(wordsOf).join(' | '))
    expect(said).toEqual([1, 2, 3].map((n) => `Handouts | Team · Forum · 2021 | Page ${n} of 3`))
    const bare = make(slides(7), { perPage: 3, header: false, footer: false }).handout
    expect(bare.sheets.every(({ header, rule, footer }) => header.length === 0 && !rule && footer.length === 0)).toBe(
      true,
    )
    expect(bare.scale).toBeGreaterThanOrEqual(handout.scale)
  })

  test('a title that is too long for the header is left out, and nothing overlaps', () => {
    const { handout } = make(slides(2), { perPage: 2 }, { name: 'Very long words indeed. '.repeat(40) })
    expect(handout.sheets[0]!.header.map(({ region }) => region)).toEqual(['handout-facts'])
  })
})

describe('lines', () => {
  test('three per sheet have lines next to each slide, 8 mm apart', () => {
    const { cells } = make(slides(3), { perPage: 3 }).handout.sheets[0]!
    for (const { frame, lines } of cells) {
      expect(lines!.x).toBeGreaterThan(frame.x + frame.width)
      expect(lines!.y).toBe(frame.y)
      expect(lines!.count).toBe(9)
      expect(lines!.pitch).toBeCloseTo(mm(8), 5)
      expect(lines!.height).toBeCloseTo(lines!.count * lines!.pitch, 5)
    }
  })

  test('six per sheet have lines in the space between the rows, and as large slides', () => {
    const { cells } = make(slides(6), { perPage: 6 }).handout.sheets[0]!
    for (const { frame, lines } of cells) {
      expect(lines!.count).toBe(3)
      expect(lines!.y).toBeGreaterThan(frame.y + frame.height)
      expect(frame.width).toBeCloseTo(mm(84), 0)
    }
  })

  test('other numbers of slides have lines on request, below the slide or its notes', () => {
    for (const perPage of perPageChoices.filter((one) => one !== 3)) {
      if (perPage !== 6) expect(make(slides(1), { perPage }).handout.sheets[0]!.cells[0]!.lines).toBeNull()
      const { frame, lines } = make(slides(1), { perPage, lines: true }).handout.sheets[0]!.cells[0]!
      expect(lines!.y).toBeGreaterThan(frame.y + frame.height)
      const noted = slides(1, () => ({ notes: 'Say hello.' }))
      const below = make(noted, { perPage, lines: true, notes: true }).handout.sheets[0]!.cells[0]!
      expect(below.lines!.y).toBeGreaterThanOrEqual(below.notes!.y + below.notes!.height)
    }
  })
})

describe('QR codes', () => {
  const darkPart = ({ view, width }: PlacedBox) => (width * ((view as QrView).size - 8)) / (view as QrView).size

  test('can be scanned at up to four slides per sheet, on any paper, with notes and lines or without', () => {
    const content = slides(2, (i) => ({ title: i === 0 ? 'Plain' : coded, notes: sentence.repeat(9 * i) }))
    for (const aspect of ['16:9', '4:3']) {
      for (const way of everyWay.filter(({ perPage }) => perPage <= 4)) {
        const { deck, handout } = make(content, way, { aspect })
        const cells = handout.sheets.flatMap((sheet) => sheet.cells)
        let seen = 0
        for (const { page, codes } of cells) {
          const own = deck.pages[page]!.boxes.filter(({ template }) => template === 'qr')
          seen += own.length
          const printed = own.map((box) => darkPart(box) * handout.scale)
          const small = printed.filter((side) => side < mm(18) - 0.1)
          expect(codes, JSON.stringify({ aspect, ...way })).toHaveLength(small.length)
          for (const code of codes) expect(darkPart(code)).toBeCloseTo(mm(18), 1)
        }
        expect(seen).toBe(1)
      }
    }
  })

  test('may be two per slide', () => {
    const content = slides(1, () => ({ title: two, notes: sentence }))
    for (const way of everyWay.filter(({ perPage, paper }) => paper === 'a4' && perPage > 2 && perPage <= 4)) {
      expect(make(content, way).handout.sheets[0]!.cells[0]!.codes, JSON.stringify(way)).toHaveLength(2)
    }
  })

  test('make slides smaller only if there is no other space for them', () => {
    const scales = (content: object[]) => perPageChoices.map((perPage) => make(content, { perPage }).handout.scale)
    const [filmed, plain] = [scales(slides(1, () => ({ title: coded }))), scales(slides(1))]
    expect(filmed.map((scale, i) => scale < plain[i]! - 0.001)).toEqual([false, false, false, true, false, false])
    expect(filmed[3]! / plain[3]!).toBeGreaterThan(0.8)
  })
})

describe('notes', () => {
  test('are complete next to their slide', () => {
    const { handout } = make(
      slides(3, (i) => ({ notes: `Note ${i + 1}: ${sentence}` })),
      { perPage: 3, notes: true },
    )
    const said = handout.sheets[0]!.cells.map(({ notes }) => wordsOf(notes!))
    expect(said).toEqual([1, 2, 3].map((n) => `Note ${n}: ${sentence.trim()}`))
    expect(handout.sheets[0]!.cells.every(({ lines }) => lines === null)).toBe(true)
  })

  test('that are too long continue on the next sheet, with references both ways', () => {
    const text = Array.from({ length: 40 }, (_, i) => `${i}. ${sentence.trim()}`).join('\n')
    const { handout } = make(
      slides(5, (i) => (i === 1 ? { notes: text } : {})),
      { perPage: 3, notes: true },
    )
    expect(handout.sheets.map(({ cells }) => cells.length)).toEqual([3, 0, 2])
    expect(wordsOf(handout.sheets[0]!.cells[1]!.more!)).toBe('Continued on page 2')
    expect(wordsOf(handout.sheets[1]!.rest[0]!)).toBe('Slide 2, continued')
    expect(join(notesOn(handout))).toBe(text)
  })

  test('of a continued slide are next to its first page only', () => {
    const long = Array.from({ length: 40 }, (_, i) => `Line ${i} of a text that runs on and on and on.`).join('\n')
    const { handout, deck } = make([{ block: '2', title: 'Long', text: long, notes: 'Once.' }], {
      perPage: 2,
      notes: true,
    })
    expect(deck.pages.length).toBeGreaterThan(1)
    expect(notesOn(handout).map(wordsOf)).toEqual(['Once.'])
  })

  test('of any length are complete at any number of slides, on any paper', () => {
    const note = fc.array(fc.integer({ min: 1, max: 60 }), { maxLength: 30 })
    const way = fc.constantFrom(...everyWay.filter((one) => 'notes' in one))
    fc.assert(
      fc.property(fc.array(note, { minLength: 1, maxLength: 8 }), way, (lengths, options) => {
        const texts = lengths.map((lines) => lines.map((n, i) => `${i} ${'word '.repeat(n).trim()}`).join('\n'))
        const { handout } = make(
          slides(texts.length, (i) => ({ notes: texts[i] })),
          options,
        )
        for (const [page, text] of texts.entries()) {
          expect(join(ofSlide(handout, page))).toBe(text)
        }
      }),
      { numRuns: 40 },
    )
  })
})

/** The notes of one slide, from its own place and from the sheets they run on to. */
function ofSlide({ sheets }: Handout, page: number): PlacedBox[] {
  const own = sheets.flatMap(({ cells }) => cells.flatMap((cell) => (cell.page === page ? (cell.notes ?? []) : [])))
  const rest = sheets.flatMap((sheet) =>
    sheet.rest.filter((box, i) => {
      const head = sheet.rest[i - 1]
      return box.region === 'handout-notes' && head && wordsOf(head) === `Slide ${page + 1}, continued`
    }),
  )
  return [...own, ...rest]
}

describe('small text', () => {
  const captioned = { block: '3', title: 'Picture', img_path: 'photo.jpg', img_caption: 'A caption' }

  test('is reported with the largest legible number of slides per sheet', () => {
    const { small, deck, handout } = make([...slides(2), captioned], {
      perPage: 9,
    })
    const size = (
      deck.pages[2]!.boxes.find(({ region }) => region === 'caption' || region === 'legend')!.view as { size: number }
    ).size
    expect(small!.page).toBe(2)
    expect(small!.facts.points).toBe(Math.floor(size * handout.scale * 7.5) / 10)
    expect(small!.facts).toMatchObject({ least: 6, perPage: 9 })
    const { best } = small!.facts
    expect(make([captioned], { perPage: best! as PerPage }).small).toBeNull()
  })

  test('decides the default number of slides per sheet', () => {
    expect(make([{ block: '7', title: 'Large' }]).handout.perPage).toBe(6)
    expect(make([{ block: '7', title: 'Large' }], { notes: true }).handout.perPage).toBe(3)
    const crowded = make([captioned])
    expect(crowded.handout.perPage).toBeLessThan(6)
    expect(crowded.small).toBeNull()
  })

  test('of footers and of texts that the header repeats does not count', () => {
    const cover = [{ block: '1', title: 'Cover' }, ...slides(1)]
    expect(make(cover, { perPage: 6 }).small).toBeNull()
    expect(make(cover, { perPage: 6, header: false }).small?.page).toBe(0)
  })
})

describe('both sides of the paper', () => {
  test('on the back, the wide margin is on the other side, at the same edge of the paper', () => {
    const { paper, sheets } = make(slides(2), { perPage: 1, duplex: true, notes: true }).handout
    const [front, back] = sheets.map(({ cells }) => cells[0]!.frame)
    const right = mm(paper.width) - back!.x - back!.width
    expect(right).toBeCloseTo(front!.x, 5)
    expect(back!.y).toBe(front!.y)
    const landscape = make(slides(2), { perPage: 1, duplex: true }).handout
    const rules = landscape.sheets.map(({ rule }) => rule!)
    expect(rules[0]!.y - rules[1]!.y).toBeCloseTo(mm(6), 5)
  })
})
