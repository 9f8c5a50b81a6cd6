import { blockType } from '../blocks/registry.ts'
import { checkText } from '../layout/checks.ts'
import type { Block, Deck, LocalBlock, LocalDeck, LocalSlide, Slide } from '../model/deck.ts'
import type { Found } from '../model/diagnostic.ts'
import { type Lang, langs, type Said, type Text } from '../model/lang.ts'
import { recognise } from '../model/recognise.ts'
import type { Range } from '../model/source.ts'

/**
 * Chooses one language for every text of a deck. Where a text lacks it, the deck's first language stands in, and a
 * warning says so. A text that is written once is in its slide's language, or in the one that its letters show.
 */
export function localize(deck: Deck, lang: Lang): { deck: LocalDeck; found: Found[] } {
  const found: Found[] = []
  const pickIn =
    (own: Lang | null, at: Range, check: boolean) =>
    (text: Text, range: Range = at): Said => {
      const said = typeof text === 'string' ? { text, lang: own ?? spokenIn(text, deck.lang) } : choose(text)
      if (typeof text !== 'string' && said.lang !== lang && said.text) {
        found.push({ code: 'translation-missing', lang, shown: said.lang, severity: 'warning', range })
      }
      if (check) found.push(...checkText(said, range, deck.slides.length))
      return said
    }
  const choose = (text: Exclude<Text, string>): Said => {
    const order = [lang, deck.lang, ...deck.langs, ...langs]
    const chosen = order.find((one) => text[one]) ?? lang
    return { text: text[chosen] ?? '', lang: chosen }
  }

  const pick = (name: keyof Deck['places']) => {
    const text = deck[name]
    return text === null ? null : pickIn(null, deck.places[name], false)(text)
  }
  const pickLogo = pickIn(null, deck.logo.range, true)
  const whole: LocalDeck = {
    ...deck,
    lang,
    title: pick('title'),
    logo: { ...deck.logo, title: deck.logo.title === null ? null : pickLogo(deck.logo.title) },
    author: pick('author'),
    event: pick('event'),
    date: pick('date'),
    slides: deck.slides.map((slide) => localizeSlide(slide, (at, check) => pickIn(slide.lang, at, check))),
  }
  return { deck: whole, found }
}

type Picker = (at: Range, check: boolean) => (text: Text, range?: Range) => Said

function localizeSlide(slide: Slide, pickAt: Picker): LocalSlide {
  return {
    ...slide,
    blocks: slide.blocks.map((block) => localizeBlock(block, pickAt(block.range, true))),
    notes: slide.notes === null ? null : pickAt(slide.range, false)(slide.notes),
  }
}

const localizeBlock = (block: Block, pick: ReturnType<Picker>): LocalBlock =>
  blockType(block.type).localize(block as never, pick) as LocalBlock

/** Fewer Cyrillic letters than this may well hold no Kazakh-only one even in Kazakh. */
const enoughLetters = 60

/** The language of a text in a deck of another: names and short words are taken for the deck's own. */
function spokenIn(text: string, deckLang: Lang): Lang {
  const seen = recognise([text])
  if (seen === null || seen === deckLang) return deckLang
  const long = text.length >= enoughLetters
  if (seen === 'ru' && deckLang === 'kk') return long ? 'ru' : 'kk'
  if (seen === 'kk' && deckLang === 'ru') return 'kk'
  if (seen === 'en') return /\s/.test(text.trim()) ? 'en' : deckLang
  return seen
}
