import type { LiveState } from '../../../model/wire/live.ts'
import type { PollView, Refusal } from '../../../model/wire/polls.ts'
import type { Broadcast } from '../broadcast.ts'
import { followTopic } from '../follow-topic.ts'
import { type DeckPoll, matchRecords, type PollRecord, pollsOf, readVote, tally, writeVote } from './poll-records.ts'
import { readChange, readRecords, type SentChange } from './read-desk.ts'

/** The polls of a talk. */
export interface Polls {
  /** Returns the poll of a page in a language, without the counts that its receiver must not see. */
  view(page: string, tag: string, forSpeaker: boolean): PollView | null
  /** A page is shown: its poll begins. */
  begin(page: string): void
  /** The deck was edited. */
  setDeck(states: readonly LiveState[]): void
  /** Opens, closes, shows or hides a poll. Returns false if there is none with this id. */
  change(id: string, change: { open: boolean; shown: boolean }): boolean
  /** Counts a vote: it replaces an earlier one of the voter. Resolves to what it is now. */
  vote(id: string, voter: string, keys: readonly string[]): Promise<{ options: string[]; refused: Refusal | null }>
  /** Resolves to all votes of a voter. */
  votesOf(voter: string): Promise<{ poll: string; options: string[] }[]>
  /** Resolves to all polls that have begun, with their newest counts. */
  results(tag: string): Promise<PollView[]>
  close(): void
}

/** Options of `openPolls`. */
export interface PollsOptions {
  broadcast: Broadcast
  states: readonly LiveState[]
  /** A poll is open, closed, shown or hidden now. */
  onChange(): void
  /** Votes were counted. */
  onCount(): void
  onError(error: unknown): void
}

/** Votes are counted, and told to others, at most so often. Units: milliseconds. */
const countMs = 100

const topic = 'polls'
const countTopic = 'votes'

/** Opens the polls of a talk, or goes on with them. */
export async function openPolls({ broadcast, states, onChange, onCount, onError }: PollsOptions): Promise<Polls> {
  let polls: readonly DeckPoll[] = pollsOf(states)
  let records: readonly PollRecord[] = matchRecords(polls, [])
  const counted = new Map<string, { counts: readonly number[]; voters: number }>()
  const timers = new Map<string, NodeJS.Timeout>()
  const told = new Map<string, NodeJS.Timeout>()
  const recordAt = (index: number) => records[index]!
  const indexOf = (id: string) => records.findIndex((record, i) => record.id === id && i < polls.length)

  const count = async (id: string) => {
    const index = indexOf(id)
    if (index < 0) return
    const votes = [...(await broadcast.collected(id)).values()].map(({ value }) => value)
    // The deck may have been edited meanwhile.
    const at = indexOf(id)
    if (at < 0) return
    counted.set(id, tally(votes, recordAt(at).options, polls[at]!.many))
    onCount()
  }
  const countSoon = (id: string) => {
    if (timers.has(id)) return
    const timer = setTimeout(() => {
      timers.delete(id)
      count(id).catch(onError)
    }, countMs)
    timers.set(id, timer)
  }
  const tellSoon = (id: string) => {
    if (told.has(id)) return
    const timer = setTimeout(() => {
      told.delete(id)
      broadcast.publish(countTopic, id).catch(onError)
    }, countMs)
    told.set(id, timer)
  }
  const countAllSoon = () => {
    for (const { id } of records.slice(0, polls.length)) countSoon(id)
  }
  const setRecords = (next: readonly PollRecord[]) => {
    records = matchRecords(polls, next)
    countAllSoon()
    onChange()
  }
  // How a poll stands is told by changes alone: another process may not have known the last one when it read the deck again.
  const setEdited = (next: readonly PollRecord[]) => {
    const known = new Map(records.map((record) => [record.id, record]))
    const stateOf = ({ begun, open, shown }: PollRecord) => ({ begun, open, shown })
    setRecords(next.map((record) => ({ ...record, ...stateOf(known.get(record.id) ?? record) })))
  }
  const takeOver = (latest: unknown) => {
    const all = readRecords(latest)
    if (all) setRecords(all)
  }
  const receive = (message: unknown) => {
    const [all, one] = [readRecords(message), readChange(message)]
    if (all) setEdited(all)
    else if (one) apply(one)
  }
  const apply = ({ id, change }: SentChange) => {
    records = records.map((record) => (record.id === id ? { ...record, ...change } : record))
    onChange()
  }
  const replace = (index: number, change: SentChange['change']) => {
    const sent: SentChange = { id: recordAt(index).id, change }
    // It is applied at once, and again in its turn.
    apply(sent)
    broadcast.publish(topic, sent, records).catch(onError)
  }
  const offs = [
    await followTopic(broadcast, topic, { onLatest: takeOver, onMessage: receive, onError }),
    await broadcast.subscribe(countTopic, (id) => indexOf(`${id}`) >= 0 && countSoon(`${id}`), countAllSoon),
  ]
  const viewOf = (index: number, tag: string, forSpeaker: boolean): PollView | null => {
    const poll = polls[index]!
    const { id, open, shown } = recordAt(index)
    const inLanguage = poll.shown.get(tag) ?? poll.shown.values().next().value
    if (!inLanguage) return null
    const { question, lang, options, many } = inLanguage
    const isSeen = shown || poll.live
    const { counts, voters } = counted.get(id) ?? { counts: options.map(() => 0), voters: 0 }
    const sees = forSpeaker || isSeen
    return {
      id,
      pages: poll.pages,
      question,
      lang,
      many,
      open,
      shown: isSeen,
      options: options.map(({ text }, i) => ({ key: poll.options[i]?.[0] ?? text, text })),
      counts: sees ? counts : null,
      voters: sees ? voters : 0,
    }
  }
  return {
    view: (page, tag, forSpeaker) => {
      const index = polls.findIndex(({ pages }) => pages.includes(page))
      return index < 0 ? null : viewOf(index, tag, forSpeaker)
    },
    begin: (page) => {
      const index = polls.findIndex(({ pages }) => pages.includes(page))
      if (index >= 0 && !recordAt(index).begun) replace(index, { begun: true })
    },
    setDeck: (next) => {
      polls = pollsOf(next)
      const before = records
      setRecords(records)
      if (JSON.stringify(before) !== JSON.stringify(records)) broadcast.publish(topic, records).catch(onError)
    },
    change: (id, change) => {
      const index = indexOf(id)
      if (index < 0) return false
      replace(index, change)
      return true
    },
    vote: async (id, voter, keys) => {
      const index = indexOf(id)
      const record = records[index]
      const poll = polls[index]
      if (!record || !poll) return { options: [], refused: 'closed' }
      const { options } = record
      const chosen = keys
        .flatMap((key) => options.filter((other) => other.includes(key)))
        .slice(0, poll.many ? undefined : 1)
      const refused = async (reason: Refusal) => {
        const before = (await broadcast.collected(id)).get(voter)
        const kept = before ? readVote(before.value, options, poll.many) : []
        return { options: kept.map((i) => options[i]![0]!), refused: reason }
      }
      if (!record.open || !record.begun) return refused('closed')
      const value = chosen.length === 0 ? null : writeVote([...new Set(chosen)])
      const result = await broadcast.collect(id, voter, value)
      if (result === 'full') return refused('full')
      // One that is the same may have been kept without a word to the others, before a connection broke.
      tellSoon(id)
      return { options: [...new Set(chosen)].map((own) => own[0]!), refused: null }
    },
    votesOf: async (voter) => {
      const known = records.slice(0, polls.length).map(async ({ id, options, begun }, i) => {
        const vote = begun ? (await broadcast.collected(id)).get(voter) : undefined
        const chosen = vote ? readVote(vote.value, options, polls[i]!.many) : []
        return chosen.length > 0 ? [{ poll: id, options: chosen.map((one) => options[one]![0]!) }] : []
      })
      return (await Promise.all(known)).flat()
    },
    results: async (tag) => {
      const begun = polls.flatMap((_, i) => (recordAt(i).begun ? [recordAt(i).id] : []))
      await Promise.all(begun.map(count))
      return begun.flatMap((id) => viewOf(indexOf(id), tag, true) ?? [])
    },
    close: () => {
      for (const timer of [...timers.values(), ...told.values()]) clearTimeout(timer)
      for (const off of offs) off().catch(onError)
    },
  }
}
