import { blockType } from '../blocks/registry.ts'
import { detectTextLanguage } from '../languages/detect-language.ts'
import { checkText } from '../layout/check-text.ts'
import type { Block, LocalizedBlock } from '../model/block.ts'
import type { PickText } from '../model/block-type.ts'
import type { Deck, LocalizedDeck, LocalizedSlide, Slide } from '../model/deck.ts'
import type { Diagnostic } from '../model/diagnostic.ts'
import { defaultLang, type Lang, type LocalizedText, langs, type MultilingualText } from '../model/lang.ts'
import type { Range } from '../model/source.ts'
import { readsAlike } from './translatable-text.ts'
import { type PlainText, shownLanguage, untranslatedSlide, untranslatedText } from './untranslated-slide.ts'

/**
 * Chooses one language for every text of a deck. A text without a version in that language falls back to the deck's
 * first language, with a warning. A plain string is in its slide's language, or in the one detected from its letters; with
 * `bySlide`, one that shows no language is in that of the other texts of its slide, since its letters depend on it.
 */
export function localize(
  deck: Deck,
  lang: Lang,
  { bySlide = false }: { bySlide?: boolean } = {},
): { deck: LocalizedDeck; diagnostics: Diagnostic[] } {
  const diagnostics: Diagnostic[] = []
  const pickIn =
    (own: LanguageOf, at: Range, check: boolean, plain: PlainText[] = []) =>
    (text: MultilingualText, range: Range = at, form?: 'rows'): LocalizedText => {
      const localized = typeof text === 'string' ? plainText(text, own) : choose(text)
      if (typeof text !== 'string' && localized.lang !== lang && localized.text && !readsAlike(text)) {
        diagnostics.push({ code: 'translation-missing', lang, shown: localized.lang, severity: 'warning', range })
      }
      if (typeof text === 'string') plain.push({ text, range })
      if (check) diagnostics.push(...checkText(localized, range, deck.slides.length, form))
      return localized
    }
  const plainText = (text: string, languageOf: LanguageOf) => ({ text, lang: languageOf(text) })
  const detected: LanguageOf = (text) =>
    bySlide ? (shownLanguage(text, deck.lang) ?? deck.lang) : detectTextLanguage(text, deck.lang)
  const languageIn = (slide: Slide): LanguageOf => {
    const { lang: own } = slide
    if (own) return () => own
    if (!bySlide) return detected
    const ofSlide = detected(plainTextsOf(slide).join(' '))
    return (text) => shownLanguage(text, deck.lang) ?? ofSlide
  }
  const choose = (text: Exclude<MultilingualText, string>): LocalizedText => {
    const order = [lang, deck.lang, ...deck.langs, ...langs]
    const chosen = order.find((one) => text[one]) ?? lang
    return { text: text[chosen] ?? '', lang: chosen }
  }

  const pick = (name: keyof Deck['ranges']) => {
    const text = deck[name]
    const range = deck.ranges[name]
    // A deck without a name has that of its first title, whose slide is told.
    const isOwn = name !== 'title' || !titleIsOfSlide(deck)
    if (text !== null && !isOwn) return typeof text === 'string' ? plainText(text, detected) : choose(text)
    if (typeof text === 'string' && (name === 'title' || name === 'event'))
      diagnostics.push(...untranslatedText({ text, range }, deck, lang))
    return text === null ? null : pickIn(detected, range, false)(text)
  }
  const pickLogo = pickIn(detected, deck.logo.range, true)
  const localized: LocalizedDeck = {
    ...deck,
    lang,
    title: pick('title'),
    logo: { ...deck.logo, title: deck.logo.title === null ? null : pickLogo(deck.logo.title) },
    author: pick('author'),
    event: pick('event'),
    date: pick('date'),
    slides: deck.slides.map((slide) => {
      const plain: PlainText[] = []
      const languageOf = languageIn(slide)
      const localizedSlide = localizeSlide(slide, (at, check) => pickIn(languageOf, at, check, check ? plain : []))
      diagnostics.push(...untranslatedSlide(plain, slide, deck, lang))
      return localizedSlide
    }),
  }
  return { deck: localized, diagnostics }
}

/** Whether a deck's name is the title of one of its slides. */
export const titleIsOfSlide = ({ slides, ranges: { title } }: Pick<Deck, 'slides' | 'ranges'>): boolean =>
  slides.some(({ range }) => range.start <= title.start && title.end <= range.end)

/** Gives the language of a text that is written once. */
type LanguageOf = (text: string) => Lang

/** The texts of a slide's blocks that are written once. */
function plainTextsOf(slide: Slide): string[] {
  const texts: string[] = []
  localizeSlide({ ...slide, notes: null }, () => (text) => {
    if (typeof text === 'string') texts.push(text)
    return { text: '', lang: defaultLang }
  })
  return texts
}

type TextPicker = (at: Range, check: boolean) => PickText

function localizeSlide(slide: Slide, pickAt: TextPicker): LocalizedSlide {
  return {
    ...slide,
    blocks: slide.blocks.map((block) => localizeBlock(block, pickAt(block.range, true))),
    notes: slide.notes === null ? null : pickAt(slide.range, false)(slide.notes),
  }
}

const localizeBlock = (block: Block, pick: PickText): LocalizedBlock => blockType(block.type).localize(block, pick)
