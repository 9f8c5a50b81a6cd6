import type { CheckResult } from '../../build.ts'
import { assetRequestsOf } from '../../deck/deck-resources.ts'
import type { AssetRequest, FileAsset } from '../../model/asset.ts'
import type { LocatedDiagnostic } from '../../model/diagnostic.ts'
import type { LaidOutPage, PlacedBox } from '../../model/laid-out.ts'
import { parseAddress } from '../../model/web-address.ts'
import { smallestText } from './smallest-text.ts'

/** Something of a slide: a file, as the deck names it, or the host of an address. `slide` counts from 1; null for the whole deck. */
export interface OfSlide {
  slide: number | null
  name: string
}

/** A video that some browsers do not play, what they lack, and the command that makes one that all play. */
export interface DoubtfulVideo extends OfSlide {
  codec: string
  command: string
}

/** What a talk needs of its deck. */
export interface TalkFacts {
  slides: number
  pages: number
  warnings: number
  /** The finding that the show does not start at the first slide. */
  laterStart: LocatedDiagnostic | null
  pictures: { all: number; missing: readonly OfSlide[] }
  /** `unplayable`: in no browser. `doubtful`: not in all of the oldest ones that Korme promises. */
  videos: {
    all: number
    missing: readonly OfSlide[]
    unplayable: readonly OfSlide[]
    doubtful: readonly DoubtfulVideo[]
  }
  /** Letters that no font has. */
  letters: readonly string[]
  families: readonly string[]
  smallest: ReturnType<typeof smallestText>
  /** The length of the talk, the time that its slides are planned for, and how long the notes take to be read aloud. */
  time: { minutes: number | null; planned: number | null; reading: number }
  /** How many slides have notes, and the numbers of those that have text of their own and none. */
  notes: { slides: number; without: readonly number[] }
  /** What is shown only with the internet. */
  online: readonly OfSlide[]
}

/** How fast notes are read aloud: about 110 long words of Kazakh or Russian. Units: characters per minute. */
const readingSpeed = 850

/** Reads them from a deck that was laid out. Null if it has errors. */
export function talkFacts(result: CheckResult): TalkFacts | null {
  const [edition] = result.editions
  const { deck, diagnostics, resources, slideRanges } = result
  if (!edition || !deck || !resources) return null
  const { pages, minutes, plan } = edition.deck
  const slideAt = ({ range }: Pick<AssetRequest, 'range'>): number | null => {
    const index = slideRanges.findIndex(({ start, end }) => start <= range.start && range.end <= end)
    return index < 0 ? null : index + 1
  }
  const requests = distinct(assetRequestsOf(deck).map((one) => ({ ...one, slide: slideAt(one), name: one.path })))
  const ofKind = (...kinds: AssetRequest['kind'][]) => requests.filter(({ kind }) => kinds.includes(kind))
  const lacking = (files: typeof requests) => files.filter(({ path }) => !resources.assets.has(path)).map(withoutRest)
  const placeholders = (code: 'image-placeholder' | 'video-placeholder') =>
    diagnostics.flatMap((one) => (one.code === code ? [{ slide: numberOf(one), name: one.path }] : []))
  const pictures = ofKind('image', 'logo')
  const videos = ofKind('video')
  const emptyPictures = placeholders('image-placeholder')
  const emptyVideos = placeholders('video-placeholder')
  const notes = edition.localized.slides.map((slide) => slide.notes?.text.trim() ?? '')
  return {
    slides: result.slides,
    pages: pages.length,
    warnings: diagnostics.filter(({ severity }) => severity === 'warning').length,
    laterStart: diagnostics.find(({ code }) => code === 'slide-now-later') ?? null,
    pictures: { all: pictures.length + emptyPictures.length, missing: [...lacking(pictures), ...emptyPictures] },
    videos: {
      all: videos.length + emptyVideos.length,
      missing: [...lacking(videos), ...emptyVideos],
      ...playability(diagnostics, videos, resources.assets),
    },
    letters: [...new Set(diagnostics.flatMap((one) => (one.code === 'letter-missing' ? one.letters : [])))],
    families: [...new Set(edition.resources.faces.map(({ face }) => face.family))],
    smallest: smallestText(edition.deck),
    time: {
      minutes,
      planned: plan ? plan.seconds.reduce((sum, one) => sum + one, 0) / 60 : null,
      reading: notes.join('').length / readingSpeed,
    },
    notes: {
      slides: notes.filter((text) => text !== '').length,
      without: notes.flatMap((text, i) => (text === '' && isContent(pages, i) ? [i + 1] : [])),
    },
    online: distinct(pages.flatMap((page) => hostsOf(page).map((name) => ({ slide: page.slide + 1, name })))),
  }
}

const withoutRest = ({ slide, name }: OfSlide): OfSlide => ({ slide, name })

const numberOf = ({ slide }: LocatedDiagnostic): number | null => slide

function distinct<T extends OfSlide>(all: readonly T[]): T[] {
  return all.filter(({ slide, name }, i) => all.findIndex((one) => one.slide === slide && one.name === name) === i)
}

function playability(
  diagnostics: readonly LocatedDiagnostic[],
  videos: readonly OfSlide[],
  assets: ReadonlyMap<string, { kind: string }>,
): Pick<TalkFacts['videos'], 'unplayable' | 'doubtful'> {
  const unplayable = diagnostics.flatMap((one) =>
    one.code === 'video-codec-unplayable' ? [{ slide: numberOf(one), name: one.file }] : [],
  )
  const doubtful = videos.flatMap(({ slide, name }) => {
    const { newCodec } = (assets.get(name) ?? {}) as Partial<FileAsset>
    return newCodec ? [{ slide, name, ...newCodec }] : []
  })
  return { unplayable, doubtful }
}

/** Covers, the titles of sections and closing slides need no notes. */
const isContent = (pages: readonly LaidOutPage[], slide: number): boolean => {
  const layout = pages.find((page) => page.slide === slide)?.layout
  return layout !== undefined && !['cover', 'section', 'closing'].includes(layout)
}

/** The hosts of what a page shows only with the internet: players, and pages that have a video. */
const hostsOf = ({ boxes }: LaidOutPage): string[] =>
  boxes.flatMap((box) => {
    const host = parseAddress(box.frame ?? videoAddress(box) ?? '')?.hostname.replace(/^www\./, '')
    return host ? [host] : []
  })

/** The address of a video that is not a file of the project. */
function videoAddress({ view }: PlacedBox): string | null {
  const { href, player } = view as { href?: string; player?: unknown }
  return player !== undefined && href !== undefined && /^https?:/.test(href) ? href : null
}
