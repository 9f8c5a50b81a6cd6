import { randomUUID } from 'node:crypto'
import { type Broadcast, type Collected, type CollectResult, maxVoters } from '../broadcast.ts'
import { changesScript, collectScript, forgetScript } from './scripts.ts'
import type { TalkConnections } from './talk-connections.ts'
import type { TalkKeys } from './wire.ts'

/** How many changes come with one answer, and what one may need. Units: changes, bytes. */
const atOnce = 5_000
const maxVoterBytes = 100
const maxValueBytes = 10_000

/** The values of a poll as this process knows them. */
interface KnownPoll {
  values: Map<string, Collected>
  epoch: string
  revision: string
  /** The questions for changes: the one that runs, and the one that comes after it. */
  running: Promise<void> | null
  next: Promise<void> | null
}

/** Collects values at Redis. A process asks for what has changed only, and once for all that ask at the same time. */
export function makeCollectedValues(
  connections: TalkConnections,
  keys: TalkKeys,
): Pick<Broadcast, 'collect' | 'collected' | 'forget'> {
  const polls = new Map<string, KnownPoll>()
  const known = (poll: string): KnownPoll => {
    const one = polls.get(poll) ?? { values: new Map(), epoch: '', revision: '0', running: null, next: null }
    polls.set(poll, one)
    return one
  }
  const update = async (poll: string, one: KnownPoll) => {
    for (let isMore = true; isMore; ) {
      const args = [one.revision, one.epoch, atOnce, maxVoterBytes, maxValueBytes]
      const answer = await connections.run((client) => client.eval(changesScript, 3, ...keys.poll(poll), ...args))
      const [epoch, revision, more, ...pairs] = answer as [string, string, string, ...string[]]
      if (epoch !== one.epoch) one.values.clear()
      Object.assign(one, { epoch, revision })
      applyChanges(one.values, pairs)
      isMore = more === '1'
    }
  }
  /** Resolves when everything is known that was collected before the call. */
  const refresh = (poll: string): Promise<void> => {
    const one = known(poll)
    const start = () => {
      one.running = update(poll, one).finally(() => {
        one.running = null
      })
      return one.running
    }
    if (!one.running) return start()
    // The one that runs may have been answered already.
    one.next ??= one.running
      .catch(() => {})
      .then(() => {
        one.next = null
        return start()
      })
    return one.next
  }
  return {
    collect: async (poll, voter, value) => {
      const args = [voter, value === null ? '0' : '1', value ?? '', maxVoters, keys.expiryMs, randomUUID()]
      const result = await connections.run((client) => client.eval(collectScript, 3, ...keys.poll(poll), ...args))
      return result as CollectResult
    },
    collected: async (poll) => {
      await refresh(poll)
      return known(poll).values
    },
    forget: async (poll) => {
      await connections.run((client) => client.eval(forgetScript, 3, ...keys.poll(poll), randomUUID()))
    },
  }
}

/** Takes changes over. Shape of `pairs`: voter, order and value; an empty one was taken back, or is none of ours. */
function applyChanges(values: Map<string, Collected>, pairs: readonly string[]): void {
  const added: [string, Collected][] = []
  for (let i = 0; i + 1 < pairs.length; i += 2) {
    const [voter, text] = [pairs[i]!, pairs[i + 1]!]
    const one = readCollected(text)
    const before = values.get(voter)
    if (one && before?.order === one.order) values.set(voter, one)
    else {
      values.delete(voter)
      if (one) added.push([voter, one])
    }
  }
  for (const [voter, one] of added.sort(([, a], [, b]) => a.order - b.order)) values.set(voter, one)
}

function readCollected(text: string): Collected | null {
  const at = text.indexOf(' ')
  const digits = text.slice(0, Math.max(0, at))
  return /^\d{1,15}$/.test(digits) ? { value: text.slice(at + 1), order: Number(digits) } : null
}
