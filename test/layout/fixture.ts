import { localize } from '../../src/deck/localize.ts'
import { toDeck } from '../../src/deck/to-deck.ts'
import { createFitter } from '../../src/fit/fitter.ts'
import { loadFaces } from '../../src/fonts/font-files.ts'
import { layout } from '../../src/layout/layout.ts'
import type { Assets, ImageAsset } from '../../src/model/asset.ts'
import type { Diagnostic } from '../../src/model/diagnostic.ts'
import type { Fitter } from '../../src/model/fitted.ts'
import type { CardView, LaidOutDeck, LaidOutPage, PlacedBox, TextView } from '../../src/model/laid-out.ts'
import type { Lang } from '../../src/model/lang.ts'
import type { Theme } from '../../src/model/theme.ts'
import { disk } from '../../src/system/disk.ts'
import { loadTheme } from '../../src/theme/load-theme.ts'
import { source } from '../source.ts'

/** A theme that ships, and a fitter with its fonts. */
export async function loadFixture(name: string): Promise<LayoutFixture> {
  const folder = import.meta.dirname
  const { theme } = await loadTheme(name, { files: disk, root: folder, out: folder })
  if (!theme) throw new Error(`No theme ${name}`)
  return { theme, fitter: await createFitter(await loadFaces(theme)) }
}

/** The theme that decks have which name none. */
export const loadOfficial = (): Promise<LayoutFixture> => loadFixture('official')

export interface LayoutFixture {
  theme: Theme
  fitter: Fitter
}

/** Pictures of all proportions, by path. */
export const pictures: Assets = new Map(
  [
    picture('tall.jpg', 900, 1200),
    picture('wide.jpg', 2400, 800),
    picture('photo.jpg', 1920, 1080),
    picture('square.webp', 800, 800),
    picture('drawing.svg', 1000, 700),
    picture('table.png', 400, 1600),
    picture('logo.png', 300, 300),
  ].map((asset) => [asset.file, asset]),
)

function picture(file: string, width: number, height: number): ImageAsset {
  const mimes = { jpg: 'image/jpeg', webp: 'image/webp', svg: 'image/svg+xml', png: 'image/png' } as const
  const mime = mimes[file.split('.')[1] as keyof typeof mimes]
  return { kind: 'image', file, mime, bytes: new Uint8Array(), width, height, hash: file }
}

/** Lays out a deck written as the plain value of its JSON. */
export function set(
  deck: object,
  { theme, fitter }: LayoutFixture,
  lang?: Lang,
): { laidOut: LaidOutDeck; found: Diagnostic[] } {
  const read = toDeck(source(JSON.stringify(deck))).deck
  const local = localize(read, lang ?? read.lang)
  const resources = { theme, fitter, assets: pictures, engines: new Map() }
  const { laidOut, diagnostics: found } = layout(local.deck, resources)
  return { laidOut, found: [...local.diagnostics, ...found] }
}

/** The pages of a deck of one slide. */
export function setSlide(slide: object, fixture: LayoutFixture, before = 1, aspect = '16:9'): LaidOutPage[] {
  const content = [...Array(before).fill({ block: '7', title: 'Бөлім' }), slide, { block: '7', title: 'Соңы' }]
  return set({ aspect, content }, fixture).laidOut.pages.slice(before, -1)
}

/** The boxes of a page by region; the first of a name. */
export const box = (page: LaidOutPage, region: string): PlacedBox => {
  const found = page.boxes.find((one) => one.region === region)
  if (!found) throw new Error(`No box ${region} among ${page.boxes.map((one) => one.region)}`)
  return found
}

export const regions = (page: LaidOutPage): string[] => page.boxes.map(({ region }) => region)

/** What a box says, without repeated headings: lines joined as a reader copies them, paragraphs on lines of their own. */
export const words = (one: PlacedBox): string => join([one])

/** What a region says over all pages. */
export const across = (pages: readonly LaidOutPage[], region: string): string =>
  join(pages.flatMap(({ boxes }) => boxes.filter((one) => one.region === region)))

/** The words of boxes that follow one another. */
export function join(boxes: readonly PlacedBox[]): string {
  let whole = ''
  for (const { marker, continued, lines } of boxes.flatMap(({ view }) => paragraphsOf(view))) {
    if (whole && !continued) whole += '\n'
    if (marker) whole += `${marker} `
    for (const { runs, end } of lines) whole += runs.map(({ text }) => text).join('') + (end === 'space' ? ' ' : '')
  }
  return whole
}

function paragraphsOf(view: unknown) {
  const { page, title } = view as Partial<TextView & CardView>
  return (page ?? title?.page)?.paragraphs.filter(({ repeated }) => !repeated) ?? []
}

export const suffix = ({ view }: PlacedBox) => (view as TextView).suffix
