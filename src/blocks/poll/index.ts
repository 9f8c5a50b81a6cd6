import type { BlockType } from '../../model/block-type.ts'
import { placePoll } from './place-poll.ts'
import { fromEntry, fromSlide, takesFields } from './read-poll.ts'

/** A question that the audience answers on their phones; on paper, a list with boxes to tick. */
export const pollType: BlockType<'poll'> = {
  type: 'poll',
  role: 'data',
  layout: 'poll',
  regions: ['data', 'body'],
  slideField: 'poll',
  fromSlide,
  takesFields,
  fromEntry,
  localize: (block, pick) => ({
    ...block,
    question: block.question === null ? null : pick(block.question),
    options: block.options.map((option) => ({ ...option, text: pick(option.text, option.range) })),
  }),
  words: ({ question, options, many }) => [
    ...(question ? [{ text: question, bold: true }] : []),
    ...options.map(({ text }) => ({ text: { ...text, text: `${many ? '☐' : '○'} ${text.text}` } })),
  ],
  assets: () => [],
  place: placePoll,
}
