import type { MemoryBroadcast, SavedBroadcast } from './memory-broadcast.ts'

/** The topics of votes and questions; the others are kept with the state of the talk. */
const topics = ['polls', 'questions']

/** Returns what is kept of votes and questions, so that a talk can go on after an interruption. */
export function votesOf(broadcast: MemoryBroadcast): SavedBroadcast {
  const { latest, collected } = broadcast.save()
  return { latest: Object.fromEntries(Object.entries(latest).filter(([topic]) => topics.includes(topic))), collected }
}

/** Returns the votes of a talk that was interrupted; none if what was kept is damaged. */
export function keptVotes(parts: Readonly<Record<string, unknown>> = {}): SavedBroadcast {
  const none = { latest: {}, collected: {} }
  const { latest, collected } = (parts.votes ?? none) as Partial<SavedBroadcast>
  const isObject = (value: unknown) => typeof value === 'object' && value !== null && !Array.isArray(value)
  const isSound =
    isObject(latest) &&
    isObject(collected) &&
    Object.values(latest!).every((one) => isObject(one) && Number.isInteger(one.version)) &&
    Object.values(collected!).every(
      (values) =>
        isObject(values) &&
        Object.values(values).every(
          (one) => isObject(one) && typeof one.value === 'string' && Number.isInteger(one.order),
        ),
    )
  return isSound ? { latest: latest!, collected: collected! } : none
}
