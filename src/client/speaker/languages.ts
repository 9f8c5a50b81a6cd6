import type { Lang } from '../../model/lang.ts'
import { element } from '../parts/element.ts'
import { keep, kept } from '../parts/store.ts'
import type { Page } from '../show/page.ts'
import type { Talk } from '../show/talk.ts'

/** What each language calls itself. */
const names: Record<Lang, string> = { kk: 'Қазақша', ru: 'Русский', en: 'English' }

/** The language of the speaker view: the one chosen before, else the deck's. */
export function chosenLanguage({ lang }: Page, { languages }: Pick<Talk, 'languages'>): Lang {
  const before = kept('speaker-language') as Lang | null
  return before && languages[before] ? before : lang
}

/** A list to choose the language of the speaker view from. */
export function makeLanguages(
  { languages }: Pick<Talk, 'languages'>,
  chosen: Lang,
  label: string,
  choose: (lang: Lang) => void,
): HTMLElement {
  const select = element('select', { class: 'ui-select', 'aria-label': label, title: label })
  for (const lang of Object.keys(languages) as Lang[])
    select.append(element('option', { value: lang, lang, ...(lang === chosen ? { selected: '' } : {}) }, names[lang]))
  select.addEventListener('change', () => {
    keep('speaker-language', select.value)
    choose(select.value as Lang)
  })
  return select
}
