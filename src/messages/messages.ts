/** One sentence per code of a set of problems. A missing code or a wrong field is a compile error. */
export type MessagesOf<P extends { code: string }> = { [C in P['code']]: (problem: Extract<P, { code: C }>) => string }

type Forms = { other: string } & Partial<Record<'zero' | 'one' | 'two' | 'few' | 'many', string>>

/** Counts a noun as the language does: 3 with the Russian forms `слайд`, `слайда`, `слайдов` gives "3 слайда". */
export const counter = (locale: string, forms: Forms) => {
  const rules = new Intl.PluralRules(locale)
  return (n: number) => `${n} ${forms[rules.select(n)] ?? forms.other}`
}
