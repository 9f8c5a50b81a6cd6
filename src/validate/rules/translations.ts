import { certainLanguage, isCyrillicText } from '../../languages/certain-language.ts'
import type { Diagnostic } from '../../model/diagnostic.ts'
import { excerpt } from '../../model/excerpt.ts'
import { type Lang, langs } from '../../model/lang.ts'
import type { ValidateProblem } from '../../model/problems/validate.ts'
import type { StringNode } from '../../model/source.ts'
import type { FieldValue } from '../conform.ts'

/**
 * Reports texts that stand under a language which is not theirs, and those that were copied there from another language and
 * not translated. Names, numbers and whatever reads the same in both languages are right.
 */
export function checkTranslations(values: readonly FieldValue[]): Diagnostic<ValidateProblem>[] {
  return values.flatMap(({ node, names }) => {
    if (node.type !== 'object' || !names.includes('text')) return []
    const versions = new Map<Lang, StringNode>()
    for (const { key, value } of node.members) {
      const lang = langs.find((one) => one === key.value)
      if (lang && value.type === 'string') versions.set(lang, value)
    }
    return [...versions].flatMap(([lang, value]) => checkVersion(lang, value, versions))
  })
}

function checkVersion(
  lang: Lang,
  { value, range }: StringNode,
  versions: ReadonlyMap<Lang, StringNode>,
): Diagnostic<ValidateProblem>[] {
  const seen = certainLanguage(value)
  const isCyrillic = lang === 'en' && isCyrillicText(value)
  if (!isCyrillic && (seen === null || seen === lang)) return []
  const place = { severity: 'warning', range } as const
  // The version that the same text belongs to.
  const same = [...versions].find(
    ([one, { value: other }]) => one !== lang && isSame(value, other) && certain(one, seen),
  )
  if (same) return [{ code: 'translation-same', lang, other: same[0], ...place }]
  return [{ code: 'translation-wrong', lang, seen, text: excerpt(value), ...place }]
}

/** Whether a text of the language `seen` is in its place under `lang`. */
const certain = (lang: Lang, seen: Lang | null) => (seen === null ? lang !== 'en' : lang === seen)

const isSame = (one: string, other: string) => plain(one) === plain(other)
const plain = (text: string) => text.toLowerCase().replace(/[\s\p{P}]/gu, '')
