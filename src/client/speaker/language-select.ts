import type { Lang } from '../../model/lang.ts'
import { element } from '../parts/element.ts'
import { readLocal, writeLocal } from '../parts/storage.ts'
import type { ClientPage } from '../show/client-page.ts'
import type { TalkContext } from '../show/talk-context.ts'

type LanguageChoice = Pick<TalkContext, 'languages' | 'requestedLang'>

/** Returns the language of the speaker view: the requested one, else the one that was chosen last, else the deck's. */
export function chosenLanguage({ lang }: ClientPage, { languages, requestedLang }: LanguageChoice): Lang {
  const wanted = requestedLang ?? (readLocal('speaker-language') as Lang | null)
  return wanted && languages[wanted] ? wanted : lang
}

/** Creates the list of languages. */
export function makeLanguageSelect(
  choice: LanguageChoice,
  chosen: Lang,
  label: string,
  onChoose: (lang: Lang) => void,
): HTMLElement {
  const select = element('select', { class: 'ui-select', 'aria-label': label, title: label })
  for (const [lang, words] of Object.entries(choice.languages))
    select.append(
      element('option', { value: lang, lang, ...(lang === chosen ? { selected: '' } : {}) }, words.languageName),
    )
  select.addEventListener('change', () => {
    choice.requestedLang = select.value as Lang
    writeLocal('speaker-language', choice.requestedLang)
    onChoose(choice.requestedLang)
  })
  return select
}
