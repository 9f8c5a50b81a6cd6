import type { LocalizedText } from '../model/lang.ts'

/** Merges blocks into the first one; each text begins on a new line. */
export const joinTexts = <B extends { text: LocalizedText }>(blocks: readonly B[]): B => ({
  ...blocks[0]!,
  text: { ...blocks[0]!.text, text: blocks.map(({ text }) => text.text).join('\n') },
})
