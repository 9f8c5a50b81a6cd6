import { keyOfText, type ShownPoll, sharesKey } from '../../../model/poll.ts'
import type { LiveState } from '../../../model/wire/live.ts'

/** A poll of the deck in all its languages. */
export interface DeckPoll {
  /** The ids of its pages in all languages. */
  pages: readonly string[]
  /** The number of its slide. */
  slide: number
  /** What identifies the question, and each option. */
  keys: readonly string[]
  options: readonly (readonly string[])[]
  many: boolean
  live: boolean
  /** As it is shown, by the tag of the language. */
  shown: ReadonlyMap<string, ShownPoll>
}

/** A poll of the talk. It stays the same one while the deck is edited. Shape: JSON. */
export interface PollRecord {
  id: string
  keys: readonly string[]
  options: readonly (readonly string[])[]
  slide: number
  /** Whether its page has been shown. */
  begun: boolean
  open: boolean
  shown: boolean
}

/** Returns the polls of a deck, in order. The states are those of all its languages. */
export function pollsOf(states: readonly LiveState[]): DeckPoll[] {
  const found = new Map<string, { slide: number; pages: string[]; shown: Map<string, ShownPoll> }>()
  for (const { tag, pages } of states)
    for (const { id, poll } of pages) {
      if (!poll) continue
      const slide = Number(/^s(\d+)/.exec(id)?.[1] ?? 0)
      const key = `${slide} ${poll.number}`
      const known = found.get(key) ?? { slide, pages: [] as string[], shown: new Map<string, ShownPoll>() }
      found.set(key, known)
      known.pages.push(id)
      if (!known.shown.has(tag)) known.shown.set(tag, poll)
    }
  return [...found.values()].map(({ slide, pages, shown }) => {
    const all = [...shown.values()]
    const [first] = all as [ShownPoll]
    return {
      pages,
      slide,
      shown,
      keys: [...new Set(all.flatMap(({ keys }) => keys))],
      options: first.options.map(({ keys }) => keys),
      many: first.many,
      live: first.live,
    }
  })
}

/**
 * Finds the record of each poll: a poll goes on if it has an option in common with one whose question or slide is the same.
 * Others begin. Shape: in the order of the polls, and then the records that have none, whose votes are kept.
 */
export function matchRecords(polls: readonly DeckPoll[], records: readonly PollRecord[]): PollRecord[] {
  const free = new Set(records)
  const pairs = polls.flatMap((poll, index) =>
    records.flatMap((record) => {
      const options = poll.options.filter((keys) => record.options.some((other) => sharesKey(keys, other))).length
      const [question, slide] = [sharesKey(poll.keys, record.keys), poll.slide === record.slide]
      if (options === 0 || !(question || slide)) return []
      return [{ index, record, worth: options / poll.options.length + (question ? 2 : 0) + (slide ? 1 : 0) }]
    }),
  )
  const found = new Map<number, PollRecord>()
  for (const { index, record } of pairs.sort((a, b) => b.worth - a.worth))
    if (!found.has(index) && free.delete(record)) found.set(index, record)
  const ids = new Set(records.map(({ id }) => id))
  const matched = polls.map(({ keys, options, slide }, index): PollRecord => {
    const record = found.get(index)
    if (record) return { ...record, keys, options, slide }
    let id = keyOfText([...keys, ...options.flat()].join(' '))
    while (ids.has(id)) id += '+'
    ids.add(id)
    return { id, keys, options, slide, begun: false, open: true, shown: false }
  })
  return [...matched, ...free]
}

/** A vote as it is kept: the keys of each option, so that it is understood after an edit of the deck. */
export const writeVote = (options: readonly (readonly string[])[]): string =>
  options.map((keys) => keys.join('.')).join(' ')

/** Returns the indexes of the options that a vote is for; none of those that are no more. */
export function readVote(vote: string, options: readonly (readonly string[])[], many: boolean): number[] {
  const chosen = vote.split(' ').flatMap((keys) => {
    const index = options.findIndex((other) => sharesKey(keys.split('.'), other))
    return index < 0 ? [] : [index]
  })
  const sorted = [...new Set(chosen)].sort((a, b) => a - b)
  return many ? sorted : sorted.slice(0, 1)
}

/** Counts votes: for each option, and how many voters have chosen any. */
export function tally(
  votes: Iterable<string>,
  options: readonly (readonly string[])[],
  many: boolean,
): { counts: number[]; voters: number } {
  const counts = options.map(() => 0)
  let voters = 0
  // Few different votes are given by many voters.
  const read = new Map<string, number[]>()
  for (const vote of votes) {
    const chosen = read.get(vote) ?? readVote(vote, options, many)
    read.set(vote, chosen)
    if (chosen.length > 0) voters += 1
    for (const index of chosen) counts[index]! += 1
  }
  return { counts, voters }
}
