import type { JsonValue } from '../../model/source.ts'
import type { EditWords } from '../../model/wire/edit-words.ts'
import { isSame } from './values.ts'

type Words = EditWords['newSlide']

/** The fields of a slide that begin with something to be replaced, since they would show nothing without. */
export type FilledField = 'table' | 'chart' | 'people' | 'timeline' | 'poll' | 'map'

/** What stands in a new field of a slide until it is replaced. */
export const fieldPlaceholders = (words: Words): Readonly<Record<FilledField, JsonValue>> => ({
  table: [
    [words.name, '2025', '2026'],
    [words.name, '10', '12'],
  ],
  chart: [
    [words.name, '12'],
    [words.other, '20'],
  ],
  people: [{ name: words.person, role: words.role }],
  timeline: [
    ['09:00', words.text],
    ['10:00', words.text],
  ],
  poll: [words.name, words.other],
  map: words.place,
})

/** A new block of each type, and the field of a slide whose name it has. */
export const newBlocks = (words: Words): Readonly<Record<string, { named: string; block: JsonValue }>> => {
  const { table, chart, people, timeline, poll, map } = fieldPlaceholders(words)
  return {
    title: { named: 'title', block: { type: 'title', text: words.title } },
    text: { named: 'text', block: { type: 'text', text: words.text } },
    image: { named: 'img_path', block: { type: 'image', src: '' } },
    video: { named: 'video', block: { type: 'video', src: '' } },
    map: { named: 'map', block: { type: 'map', place: map } },
    table: { named: 'table', block: { type: 'table', rows: table } },
    chart: { named: 'chart', block: { type: 'chart', data: chart } },
    people: { named: 'people', block: { type: 'people', people } },
    timeline: { named: 'timeline', block: { type: 'timeline', rows: timeline } },
    poll: { named: 'poll', block: { type: 'poll', options: poll } },
  }
}

/** Whether nobody has replaced what stands in a new field yet: what is pasted then takes its place. */
export const isPlaceholder = (value: JsonValue | undefined, newSlides: Readonly<Record<string, Words>>): boolean =>
  Object.values(newSlides).some((words) => Object.values(fieldPlaceholders(words)).some((one) => isSame(one, value)))
