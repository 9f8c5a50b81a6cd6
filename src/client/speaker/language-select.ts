import type { Lang } from '../../model/lang.ts'
import { element } from '../parts/element.ts'
import { readLocal, writeLocal } from '../parts/storage.ts'
import type { ClientPage } from '../show/client-page.ts'
import type { TalkContext } from '../show/talk-context.ts'

/** The language of the speaker view: the one chosen before, else the deck's. */
export function chosenLanguage({ lang }: ClientPage, { languages }: Pick<TalkContext, 'languages'>): Lang {
  const before = readLocal('speaker-language') as Lang | null
  return before && languages[before] ? before : lang
}

/** A list to choose the language of the speaker view from. */
export function makeLanguageSelect(
  { languages }: Pick<TalkContext, 'languages'>,
  chosen: Lang,
  label: string,
  choose: (lang: Lang) => void,
): HTMLElement {
  const select = element('select', { class: 'ui-select', 'aria-label': label, title: label })
  for (const [lang, words] of Object.entries(languages))
    select.append(
      element('option', { value: lang, lang, ...(lang === chosen ? { selected: '' } : {}) }, words.languageName),
    )
  select.addEventListener('change', () => {
    writeLocal('speaker-language', select.value)
    choose(select.value as Lang)
  })
  return select
}
