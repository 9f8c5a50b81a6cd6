import type { Lang } from './lang.ts'

/** An option of a poll as a page shows it. */
export interface PollOption {
  text: string
  /**
   * What identifies the option: one key for each language that it is written in. Options with a key in common are the same
   * one, so that a translation can change without losing votes.
   */
  keys: readonly string[]
}

/** A poll as a page shows it, in one language. */
export interface ShownPoll {
  question: string
  /** What identifies the question, as with options. */
  keys: readonly string[]
  lang: Lang
  options: readonly PollOption[]
  /** Whether several options can be chosen. */
  many: boolean
  /** Whether results are seen while people vote. */
  live: boolean
}

/** A poll on one page of a slide. */
export interface PagePoll extends ShownPoll {
  /** Which of the polls of its slide it is, from 1; a long one has several pages. */
  number: number
}

/** What a poll should not exceed, so that it can be read on a phone. Units: options; characters as readers count them. */
export const pollLimits = { options: 12, characters: 100 }

/** Whether two options or questions are the same one. */
export const sharesKey = (a: readonly string[], b: readonly string[]): boolean => a.some((key) => b.includes(key))

/** Returns a short key of a text. It is not secret: equal texts, apart from white space and case, have equal keys. */
export function keyOfText(text: string): string {
  const plain = text.normalize('NFC').toLowerCase().replace(/\s+/gu, ' ').trim()
  let [a, b] = [0xdeadbeef, 0x41c6ce57]
  for (let i = 0; i < plain.length; i++) {
    const unit = plain.charCodeAt(i)
    a = Math.imul(a ^ unit, 2_654_435_761)
    b = Math.imul(b ^ unit, 1_597_334_677)
  }
  a = Math.imul(a ^ (a >>> 16), 2_246_822_507) ^ Math.imul(b ^ (b >>> 13), 3_266_489_909)
  b = Math.imul(b ^ (b >>> 16), 2_246_822_507) ^ Math.imul(a ^ (a >>> 13), 3_266_489_909)
  return ((b >>> 0) * 0x1_0000 + ((a >>> 0) & 0xffff)).toString(36)
}
