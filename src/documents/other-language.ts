import type { CheckResult, Edition } from '../build.ts'
import { locateDiagnostics } from '../deck/diagnostics.ts'
import { localize } from '../deck/localize.ts'
import type { LocalizedBlock } from '../model/block.ts'
import type { LocatedDiagnostic } from '../model/diagnostic.ts'
import type { LaidOutDeck } from '../model/laid-out.ts'
import type { Lang, LocalizedText } from '../model/lang.ts'

/**
 * Returns the pages of an edition with the texts of each slide in another language in place of its notes, and what is not
 * written in that language.
 */
export function withOtherLanguage(
  { deck }: Edition,
  lang: Lang,
  { deck: source, file, root }: CheckResult,
): { deck: LaidOutDeck; diagnostics: LocatedDiagnostic[] } {
  if (!source) return { deck, diagnostics: [] }
  const { deck: other, diagnostics } = localize(source, lang)
  const texts = other.slides.map(({ blocks }) => joined(blocks.flatMap(textsOfBlock), lang))
  const pages = deck.pages.map((page) => ({ ...page, notes: texts[page.slide] ?? null }))
  return { deck: { ...deck, pages }, diagnostics: locateDiagnostics(diagnostics, file.name, root) }
}

/** The texts of a slide below one another, in the order of its file. */
function joined(texts: readonly LocalizedText[], lang: Lang): LocalizedText | null {
  const written = texts.filter(({ text }) => text.trim() !== '')
  if (written.length === 0) return null
  const own = written.some((one) => one.lang === lang) ? lang : written[0]!.lang
  return { text: written.map(({ text }) => text).join('\n'), lang: own }
}

/** Titles are bold. */
const textsOfBlock = (block: LocalizedBlock): LocalizedText[] =>
  [...textsOf(block)].map((one) => (block.type === 'title' ? { ...one, text: bold(one.text) } : one))

const bold = (text: string) =>
  text.includes('*')
    ? text
    : text
        .split('\n')
        .map((line) => (line.trim() === '' ? line : `**${line.trim()}**`))
        .join('\n')

function* textsOf(value: unknown): Generator<LocalizedText> {
  if (typeof value !== 'object' || value === null) return
  const { text, lang } = value as Partial<LocalizedText>
  if (typeof text === 'string' && lang !== undefined) yield { text, lang }
  else for (const part of Object.values(value)) yield* textsOf(part)
}
