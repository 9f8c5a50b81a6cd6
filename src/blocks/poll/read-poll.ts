import type { ReadBlocks } from '../../model/block-type.ts'
import type { LayoutName } from '../../model/deck.ts'
import type { Slide } from '../../model/deck-file.ts'
import type { Diagnostic } from '../../model/diagnostic.ts'
import type { MultilingualText } from '../../model/lang.ts'
import { pollLimits } from '../../model/poll.ts'
import type { PollProblem } from '../../model/problems/poll.ts'
import { findMember, type ObjectNode, type Range, type SourceNode } from '../../model/source.ts'
import { booleanOf, enumOf, field, textOf } from '../fields.ts'
import { firstText, keysOf, readOptions, type WrittenOption, withKeys } from './read-options.ts'

/** Reads a poll: options, or an object with `options`. */
function readPoll(value: SourceNode | undefined): ReadBlocks {
  if (!value) return { blocks: [], diagnostics: [] }
  const object = value.type === 'object' && findMember(value, 'options') ? value : null
  const own = (name: string) => (object ? findMember(object, name)?.value : undefined)
  const written = readOptions(object ? own('options') : value).map((one, item) => ({ ...one, item }))
  const filled = written.filter(
    (one): one is WrittenOption & { text: MultilingualText; item: number } => one.text !== null,
  )
  const { range } = value
  if (filled.length === 0) return { blocks: [], diagnostics: [] }
  const { options, twice } = withKeys(filled)
  const question = textOf(own('question'))
  const empty = written.filter(({ text }) => text === null)
  const problems: (PollProblem & { range: Range })[] = [
    ...empty.map(({ range: at }) => ({ code: 'poll-option-empty' as const, range: at })),
    ...twice.map(({ text, range: at }) => ({ code: 'poll-option-twice' as const, option: short(text), range: at })),
    ...filled.flatMap(({ text, range: at }) => {
      const characters = Math.max(...versions(text).map(countCharacters))
      const facts = { option: short(firstText(text)), characters, limit: pollLimits.characters }
      return characters > facts.limit ? [{ code: 'poll-option-long' as const, ...facts, range: at }] : []
    }),
    ...(options.length === 1 ? [{ code: 'poll-options-few' as const, range }] : []),
    ...(options.length > pollLimits.options
      ? [{ code: 'poll-options-many' as const, options: options.length, limit: pollLimits.options, range }]
      : []),
  ]
  const block = {
    type: 'poll' as const,
    question,
    keys: question === null ? [] : keysOf(question),
    options,
    many: booleanOf(own('many')),
    live: enumOf(own('show'), ['hidden', 'live']) === 'live',
    range,
  }
  return { blocks: [block], diagnostics: problems.map((one): Diagnostic => ({ ...one, severity: 'warning' })) }
}

const versions = (text: MultilingualText): string[] => (typeof text === 'string' ? [text] : Object.values(text))
const segmenter = new Intl.Segmenter()
const countCharacters = (text: string): number => [...segmenter.segment(text)].length
const short = (text: string): string => (text.length > 60 ? `${text.slice(0, 59).trimEnd()}…` : text)

/** Reads the `poll` of a slide, or the text of one whose layout is asked for. */
export const fromSlide = (slide: ObjectNode, layout: LayoutName | null): ReadBlocks =>
  readPoll(field<Slide>(slide, 'poll') ?? (layout === 'poll' ? field<Slide>(slide, 'text') : undefined))

/** The text of a slide of this layout. */
export const takesFields = (slide: ObjectNode, layout: LayoutName | null): readonly (keyof Slide)[] =>
  layout === 'poll' && !field<Slide>(slide, 'poll') ? ['text'] : []

/** Reads a poll among a slide's `blocks`. */
export const fromEntry = (entry: ObjectNode): ReadBlocks => readPoll(findMember(entry, 'options') ? entry : undefined)
