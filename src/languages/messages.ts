import type { Problem } from '../model/diagnostic.ts'
import type { MachineFault, UsageFault } from '../model/errors.ts'
import type { Lang } from '../model/lang.ts'
import type { CliMessages } from './cli-messages.ts'

/** One sentence per code of a set of problems. A missing code or a wrong field is a compile error. */
export type MessagesOf<P extends { code: string }> = { [C in P['code']]: (problem: Extract<P, { code: C }>) => string }

/** All that one sentence says: a mistake of the author, a failure of the machine, a wrong call. */
export type ReportableProblem = Problem | MachineFault | UsageFault

/** Everything Korme says to the people who run it, in one language. */
export interface Messages {
  lang: Lang
  sentences: MessagesOf<ReportableProblem>
  /** What the command line says besides: help, summaries, labels. */
  cli: CliMessages
}

type PluralForms = { other: string } & Partial<Record<'zero' | 'one' | 'two' | 'few' | 'many', string>>

/** Counts a noun as the language does: 3 with the Russian forms `слайд`, `слайда`, `слайдов` gives "3 слайда". */
export const pluralizer = (locale: string, forms: PluralForms) => {
  let rules: Intl.PluralRules | undefined // made when first asked: it takes longer than the rest of a language
  return (n: number) => {
    rules ??= new Intl.PluralRules(locale)
    return `${n} ${forms[rules.select(n)] ?? forms.other}`
  }
}

/** Lists words as the language does: "a, b or c" by `disjunction`, "a, b and c" by `conjunction`. */
export const listFormatter = (locale: string, type: 'conjunction' | 'disjunction') => {
  let format: Intl.ListFormat | undefined
  return (words: readonly string[]) => {
    format ??= new Intl.ListFormat(locale, { type })
    return format.format(words)
  }
}

/** The sentence for a mistake, a failure, or a wrong call. */
export const formatMessage = (messages: Messages, problem: ReportableProblem): string =>
  (messages.sentences[problem.code] as (p: ReportableProblem) => string)(problem)
