import type { BlockType, PickText } from '../../model/block-type.ts'
import { withoutMarkup } from '../../typeset/without-markup.ts'
import { wordsOfPeople } from './people-words.ts'
import { placePeople } from './place-people.ts'
import { fromEntry, fromSlide, takesFields } from './read-people.ts'
import type { Portrait } from './types.ts'

/** People with portraits, names and roles. */
export const peopleType: BlockType<'people'> = {
  type: 'people',
  role: 'data',
  layout: 'people',
  regions: ['data', 'body'],
  slideField: 'people',
  fromSlide,
  takesFields,
  fromEntry,
  localize: (block, pick) => ({
    ...block,
    people: block.people.map((one) => {
      if ('text' in one) return { ...one, text: pick(one.text, one.range, 'rows') }
      const { name, role, note, portrait } = one
      const picked = (text: typeof name) => (text === null ? null : pick(text, one.range))
      return {
        ...one,
        name: picked(name),
        role: picked(role),
        note: picked(note),
        portrait: portrait && localizePortrait(portrait, pick),
      }
    }),
    portraits: block.portraits.map((portrait) => portrait && localizePortrait(portrait, pick)),
  }),
  words: wordsOfPeople,
  assets: ({ people, portraits }) =>
    [...people.map((one) => ('portrait' in one ? one.portrait : null)), ...portraits].flatMap((portrait) =>
      portrait ? [{ kind: 'image' as const, path: portrait.src, range: portrait.range }] : [],
    ),
  place: placePeople,
}

const localizePortrait = (portrait: Portrait, pick: PickText) => ({
  ...portrait,
  alt: portrait.alt === null ? null : withoutMarkup(pick(portrait.alt, portrait.range)),
})
