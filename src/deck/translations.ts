import { blockType } from '../blocks/registry.ts'
import { firstTitle } from '../blocks/title/read-title.ts'
import type { PickText } from '../model/block-type.ts'
import type { Deck, Slide } from '../model/deck.ts'
import { type Lang, type MultilingualText, textIn } from '../model/lang.ts'
import type { Range } from '../model/source.ts'
import type { SlideTranslations } from '../model/translation.ts'
import { titleIsOfSlide } from './localize.ts'
import { readsAlike } from './translatable-text.ts'
import { type PlainText, untranslatedSlide, untranslatedText } from './untranslated-slide.ts'

/**
 * Counts for each slide, and for the deck's own texts, which languages of the deck they lack.
 *
 * Shape: in the order of the slides, those of the deck first; empty if the deck has one language. A text that is written once
 *        lacks the languages in which `localize` would report it; names and numbers lack none.
 */
export function translationsOf(deck: Deck): SlideTranslations[] {
  if (deck.langs.length < 2) return []
  return [ofDeck(deck), ...deck.slides.map((slide, i) => ofSlide(slide, i + 1, deck))]
}

type Versions = Exclude<MultilingualText, string>

function ofDeck(deck: Deck): SlideTranslations {
  const { title, event, author, date, logo, ranges } = deck
  const isOwn = !titleIsOfSlide(deck)
  const texts = [isOwn ? title : null, logo.title, event, author, date]
  const plain = [isOwn ? { text: title, range: ranges.title } : null, { text: event, range: ranges.event }].flatMap(
    (one) => (one && typeof one.text === 'string' ? [{ text: one.text, range: one.range }] : []),
  )
  const lacking = (lang: Lang) => plain.filter((one) => untranslatedText(one, deck, lang).length > 0)
  return count(deck, null, null, texts.filter(isVersions), lacking)
}

function ofSlide(slide: Slide, number: number, deck: Deck): SlideTranslations {
  const plain: PlainText[] = []
  const versions: Versions[] = []
  const take = (text: MultilingualText, range: Range) => {
    if (typeof text === 'string') plain.push({ text, range })
    else versions.push(text)
  }
  for (const block of slide.blocks) {
    const pick: PickText = (text, range = block.range) => {
      take(text, range)
      return { text: typeof text === 'string' ? text : textIn(text, deck.lang), lang: deck.lang }
    }
    blockType(block.type).localize(block, pick)
  }
  if (slide.notes !== null && typeof slide.notes !== 'string') versions.push(slide.notes)
  const lacking = (lang: Lang) => {
    const [found] = untranslatedSlide(plain, slide, deck, lang)
    return found ? plain.slice(0, found.count ?? 1) : []
  }
  const title = firstTitle([slide])?.text ?? null
  const shown = typeof title === 'string' ? title : title && textIn(title, deck.lang)
  return count(deck, number, shown, versions.filter(isVersions), lacking)
}

/** Whether a text has versions, one of them is filled, and the others are not the same. */
const isVersions = (text: MultilingualText | null): text is Versions =>
  text !== null && typeof text !== 'string' && Object.values(text).some((one) => one?.trim()) && !readsAlike(text)

function count(
  { langs }: Deck,
  slide: number | null,
  title: string | null,
  versions: readonly Versions[],
  lacking: (lang: Lang) => readonly PlainText[],
): SlideTranslations {
  const missing: Partial<Record<Lang, number>> = {}
  let once = 0
  for (const lang of langs) {
    const plain = lacking(lang).length
    once = Math.max(once, plain)
    missing[lang] = plain + versions.filter((text) => !text[lang]?.trim()).length
  }
  return { slide, title, texts: once + versions.length, missing }
}
