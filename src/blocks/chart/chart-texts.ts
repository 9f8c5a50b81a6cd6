import { languages } from '../../languages/languages.ts'
import type { Lang, LocalizedText } from '../../model/lang.ts'
import { languageOf } from '../data/read-table.ts'
import type { ChartBlock } from './types.ts'

/** Where the data of a chart come from, in a sentence of its language; empty if the author does not say it. */
export const sourceOf = ({ source }: ChartBlock<LocalizedText>, lang: Lang): LocalizedText[] =>
  source ? [{ text: languages[lang].data.chart.source(source.text), lang }] : []

/** A name of fewer letters than this may be Kazakh without any Kazakh letter: `2021 жыл`. */
const tellingLetters = 60

/** The language of the words of a chart: that of its names, or that of the deck if the names are too short to tell. */
export function languageOfWords({ data }: ChartBlock<LocalizedText>, deckLang: Lang): Lang {
  const found = languageOf(data)
  if (found === null || (found === 'ru' && deckLang === 'kk' && countLetters(data) < tellingLetters)) return deckLang
  return found
}

const countLetters = ({ rows }: ChartBlock<LocalizedText>['data']): number =>
  rows
    .flatMap((row) => ('text' in row ? [row.text.text] : row.cells.map(({ text }) => text.text)))
    .reduce((sum, text) => sum + (text.match(/\p{L}/gu)?.length ?? 0), 0)
