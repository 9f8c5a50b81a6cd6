/** What late comers get of a topic. Shape: `value` is JSON. Versions of a topic grow. */
export interface Latest {
  version: number
  value: unknown
}

/** What became of a value that was collected. `full`: the poll takes no more voters, and the value was not kept. */
export type CollectResult = 'new' | 'changed' | 'same' | 'full'

/** A value that a voter gave. Shape: `order` counts the voters of a poll from 1, in the order of their first value. */
export interface Collected {
  value: string
  order: number
}

/** Gets the messages of a topic in order. `version` is what `latest` has after the message. */
export type BroadcastListener = (message: unknown, version: number) => void

/** The processes of a talk cannot be reached now. */
export class UnreachableError extends Error {}

/**
 * What the processes of a talk share: the speaker's, and any number that serve followers. It carries messages, keeps what
 * late comers need, and collects votes and questions. All processes get the messages of a topic in the same order, their own
 * too, never during the call. Messages are JSON. They come from other processes: check them before they are used. Nothing in it
 * tells who somebody is: a voter is a random id.
 *
 * Errors: all methods but `publish` reject with `UnreachableError` if the other processes cannot be reached. What is published
 *         then reaches this process at once, and the others when they can be reached again.
 */
export interface Broadcast {
  /**
   * Sends a message to the subscribers of a topic in all processes. `latest` is what late comers get instead of it, by
   * default the message itself; an implementation may write it a moment later, if it is another value.
   */
  publish(topic: string, message: unknown, latest?: unknown): Promise<void>
  /**
   * Calls the listener for each message from now on. Resolves to a function that removes it. `onMissed` is called when messages
   * were lost, because the others could not be reached: ask for `latest` again.
   */
  subscribe(topic: string, listener: BroadcastListener, onMissed?: () => void): Promise<() => Promise<void>>
  /** Returns what late comers get of a topic; null if nothing was published. Subscribe first, and skip what it contains. */
  latest(topic: string): Promise<Latest | null>
  /**
   * Keeps the value of a voter in a poll. It can be repeated: a voter has one value, the last one. Null takes it back. Values
   * and ids of voters are short; at most `maxVoters` voters of a poll are kept.
   */
  collect(poll: string, voter: string, value: string | null): Promise<CollectResult>
  /** Returns the values of a poll by voter, in the order of their first value. They change: read them at once. */
  collected(poll: string): Promise<ReadonlyMap<string, Collected>>
  /** Forgets the values of a poll. */
  forget(poll: string): Promise<void>
  close(): Promise<void>
}

/** How many voters a poll can have, so that its size is bounded. */
export const maxVoters = 100_000
