import { type Broadcast, type BroadcastListener, type Collected, type Latest, maxVoters } from './broadcast.ts'

/** All that a broadcast keeps, so that a talk can go on after a restart. */
export interface SavedBroadcast {
  latest: Record<string, Latest>
  collected: Record<string, Record<string, Collected>>
}

/** A broadcast within one process, which is all that most talks need. */
export interface MemoryBroadcast extends Broadcast {
  /** Returns all that it keeps. */
  save(): SavedBroadcast
}

/** Creates a broadcast within this process, which goes on from what another one kept. */
export function makeMemoryBroadcast(saved: SavedBroadcast = { latest: {}, collected: {} }): MemoryBroadcast {
  const listeners = new Map<string, Set<BroadcastListener>>()
  const kept = new Map(Object.entries(saved.latest))
  const polls = new Map(
    Object.entries(saved.collected).map(([poll, values]) => [poll, new Map(Object.entries(values))]),
  )
  const orders = new Map([...polls].map(([poll, values]) => [poll, Math.max(0, ...orderNumbers(values))]))
  return {
    publish: async (topic, message, latest = message) => {
      const version = (kept.get(topic)?.version ?? 0) + 1
      kept.set(topic, { version, value: latest })
      // As between processes: a publisher gets its message later, never during the call.
      queueMicrotask(() => {
        for (const listener of listeners.get(topic) ?? []) listener(message, version)
      })
    },
    subscribe: async (topic, listener) => {
      const all = listeners.get(topic) ?? new Set()
      listeners.set(topic, all.add(listener))
      return async () => void all.delete(listener)
    },
    latest: async (topic) => kept.get(topic) ?? null,
    collect: async (poll, voter, value) => {
      const values = polls.get(poll) ?? new Map<string, Collected>()
      const before = values.get(voter)
      if ((before?.value ?? null) === value) return 'same'
      if (value === null) values.delete(voter)
      else {
        if (!before && values.size >= maxVoters) return 'full'
        const order = before?.order ?? (orders.get(poll) ?? 0) + 1
        if (!before) orders.set(poll, order)
        values.set(voter, { value, order })
      }
      polls.set(poll, values)
      return before ? 'changed' : 'new'
    },
    collected: async (poll) => polls.get(poll) ?? new Map(),
    forget: async (poll) => void polls.delete(poll),
    close: async () => listeners.clear(),
    save: () => ({
      latest: Object.fromEntries(kept),
      collected: Object.fromEntries([...polls].map(([poll, values]) => [poll, Object.fromEntries(values)])),
    }),
  }
}

const orderNumbers = (values: ReadonlyMap<string, Collected>) => [...values.values()].map(({ order }) => order)
