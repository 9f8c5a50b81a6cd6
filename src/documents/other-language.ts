import type { CheckResult, Edition } from '../build.ts'
import { checkLatin } from '../deck/check-latin.ts'
import { locateDiagnostics } from '../deck/diagnostics.ts'
import { latinResources } from '../deck/latin-resources.ts'
import { localize } from '../deck/localize.ts'
import { loadPageWords } from '../languages/languages.ts'
import { pageWordsIn } from '../latin/latin-page-words.ts'
import type { OtherLanguage } from '../layout/handout/bilingual-rows.ts'
import { type SaidPart, type SetContext, saidOf } from '../layout/handout/set-words.ts'
import type { LocalizedSlide } from '../model/deck.ts'
import type { Diagnostic, LocatedDiagnostic } from '../model/diagnostic.ts'
import { KormeError } from '../model/errors.ts'
import { type Lang, type LocalizedText, langs, tagOf } from '../model/lang.ts'

/** In which language the words of each slide are printed, and what else. */
export interface OtherOptions {
  lang: Lang
  /** `latn`: Kazakh beside slides in another language in Latin letters, too. */
  script?: 'latn' | undefined
  /** Whether the speaker notes follow the words, in both languages. */
  notes: boolean
}

/** What slides say in another language, the BCP 47 tag of that language, and problems that only these words have. */
export interface OtherWords {
  other: OtherLanguage
  tag: string
  diagnostics(): LocatedDiagnostic[]
}

/**
 * Collects what each slide of an edition says in another language. A slide with nothing in that language has no words.
 * Errors: `bilingual-same` if the slides are in that language; `bilingual-missing` if the deck has no text in it.
 */
export async function otherWords(
  edition: Edition,
  { lang, script, notes }: OtherOptions,
  checked: CheckResult,
): Promise<OtherWords> {
  const { deck: source, file, root } = checked
  const plain = checked.resources
  if (!source || !plain) throw new Error('a document needs a deck without errors')
  const written = langs.filter((one) => localize(source, one).deck.slides.some((slide) => saysIn(slide, one)))
  const others = written.filter((one) => one !== edition.lang)
  const isLatinBesideCyrillic = edition.tag !== edition.lang
  if (edition.lang === lang && !isLatinBesideCyrillic)
    throw new KormeError({ code: 'bilingual-same', lang, deck: file.name, others })
  if (!written.includes(lang)) throw new KormeError({ code: 'bilingual-missing', lang, deck: file.name, others })

  const latin = lang === 'kk' && script === 'latn' && edition.lang !== 'kk'
  const { theme, fitter, engines, assets } = latin ? latinResources(plain, source) : plain
  const { deck: other, diagnostics } = localize(source, lang, { bySlide: latin })
  const label = notes ? await notesLabel(edition) : null
  const found: Diagnostic[] = diagnostics.filter((one) => !isKnown(one, checked))
  if (latin) found.push(checkLatin(other))
  const asset = (path: string) => assets.get(path) ?? null
  const report = (one: Diagnostic) => {
    if (one.code === 'letter-missing') found.push(one)
  }
  const { colors } = edition.deck
  const context: SetContext = { fitter, theme, lang, colors, engines, asset, report }
  const slides = other.slides.map((slide, i): SaidPart[] => [
    ...(saysIn(slide, lang) ? saidOf(slide, context) : []),
    ...(label ? notesOf(edition, i, slide.notes, label) : []),
  ])
  return {
    other: { slides, context },
    tag: tagOf(lang, latin),
    diagnostics: () => locateDiagnostics(found, file.name, root),
  }
}

/** Whether a slide has a text in a language. */
function saysIn({ blocks }: LocalizedSlide, lang: Lang): boolean {
  return [...textsOf(blocks)].some((one) => one.lang === lang && /\p{L}/u.test(one.text))
}

function* textsOf(value: unknown): Generator<LocalizedText> {
  if (typeof value !== 'object' || value === null) return
  const { text, lang } = value as Partial<LocalizedText>
  if (typeof text === 'string' && lang !== undefined) yield { text, lang }
  else for (const part of Object.values(value)) yield* textsOf(part)
}

/** The notes of a slide below a label, in the language of the slides and, if they are written in it, in the other one. */
function notesOf(edition: Edition, slide: number, other: LocalizedText | null, label: LocalizedText): SaidPart[] {
  const own = edition.deck.pages.find((page) => page.slide === slide)?.notes ?? null
  const isSame = other && own?.lang === other.lang && edition.tag === edition.lang
  const notes: SaidPart[] = [
    ...(own ? [{ text: own, isOwn: true }] : []),
    ...(other && !isSame ? [{ text: other }] : []),
  ]
  return notes.length > 0 ? [{ text: label, bold: true, isOwn: true }, ...notes] : []
}

async function notesLabel({ lang, resources }: Edition): Promise<LocalizedText> {
  const { speaker } = pageWordsIn(await loadPageWords(lang), resources.latin)
  return { text: speaker.notes, lang }
}

/** Whether a problem of the texts is reported for an edition already. */
const isKnown = ({ code, range }: Diagnostic, { diagnostics }: CheckResult): boolean =>
  diagnostics.some((one) => one.code === code && one.range.start === range.start && one.range.end === range.end)
