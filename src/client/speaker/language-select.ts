import type { Lang } from '../../model/lang.ts'
import { element } from '../parts/element.ts'
import { readLocal, writeLocal } from '../parts/storage.ts'
import type { ClientPage } from '../show/client-page.ts'
import type { TalkContext } from '../show/talk-context.ts'

/** Returns the language of the speaker view: the one that was chosen last, else the deck's. */
export function chosenLanguage({ lang }: ClientPage, { languages }: Pick<TalkContext, 'languages'>): Lang {
  const stored = readLocal('speaker-language') as Lang | null
  return stored && languages[stored] ? stored : lang
}

/** Creates the list of languages. */
export function makeLanguageSelect(
  { languages }: Pick<TalkContext, 'languages'>,
  chosen: Lang,
  label: string,
  onChoose: (lang: Lang) => void,
): HTMLElement {
  const select = element('select', { class: 'ui-select', 'aria-label': label, title: label })
  for (const [lang, words] of Object.entries(languages))
    select.append(
      element('option', { value: lang, lang, ...(lang === chosen ? { selected: '' } : {}) }, words.languageName),
    )
  select.addEventListener('change', () => {
    writeLocal('speaker-language', select.value)
    onChoose(select.value as Lang)
  })
  return select
}
