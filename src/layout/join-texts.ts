import type { LocalizedText } from '../model/lang.ts'

/** Joins texts in the language of the first one; null if there are none. */
export function joinTexts(texts: readonly LocalizedText[], between: string): LocalizedText | null {
  const [first] = texts
  return first ? { text: texts.map(({ text }) => text).join(between), lang: first.lang } : null
}
