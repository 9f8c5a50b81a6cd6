import type { BlockWords } from '../../model/block-type.ts'
import type { LocalizedText } from '../../model/lang.ts'
import { peopleOf } from './people-of.ts'
import type { PeopleBlock } from './types.ts'

/** People, each with the role in one line and the note below, under the headings above them. */
export function wordsOfPeople(block: PeopleBlock<LocalizedText>): BlockWords[] {
  return peopleOf(block).people.flatMap(({ name, role, note, isHeading }): BlockWords[] => {
    if (isHeading) return name ? [{ text: name, bold: true }] : []
    const line = [name && `**${name.text}**`, role?.text].filter(Boolean).join(' — ')
    const text = [line, note?.text].filter(Boolean).join('\n')
    const lang = (name ?? role ?? note)?.lang
    return lang ? [{ text: { text, lang } }] : []
  })
}
