import type { TalkAction } from '../../model/wire/talk.ts'

/** A value that several pages can set, shown before the server has confirmed it. */
export interface OptimisticValue<T> {
  /** The current value. */
  value(): T
  /** Whether a value set by this page is not confirmed yet. */
  isPending(): boolean
  /** This page has sent a new value to the server. */
  set(value: T): void
  /** The server has sent a value; `own` marks a confirmation. Returns whether the page must change to it. */
  receive(value: T, own: boolean): boolean
  /** The server has sent the current value after a reconnection. */
  reset(value: T): void
}

/**
 * Creates a value. While a confirmation is missing, it ignores the values of others: the server orders all of them, and
 * those that arrive before the confirmation are outdated. So pages that act at the same moment end with the same value.
 */
export function makeOptimisticValue<T>(first: T, same = (a: T, b: T): boolean => a === b): OptimisticValue<T> {
  let value = first
  let waiting = 0
  return {
    value: () => value,
    isPending: () => waiting > 0,
    set: (next) => {
      value = next
      waiting += 1
    },
    receive: (received, own) => {
      if (own) waiting = Math.max(0, waiting - 1)
      if (own || waiting > 0 || same(received, value)) return false
      value = received
      return true
    },
    reset: (current) => {
      value = current
      waiting = 0
    },
  }
}

/** Actions that could not be sent yet. Of those that replace one another, it keeps only the last one. */
export interface Outbox {
  add(action: TalkAction): void
  /** Removes and returns all actions. */
  drain(): TalkAction[]
}

/** Further actions are dropped: nobody draws for so long without a connection. */
const maxActions = 2_000

/** Creates an empty outbox. */
export function makeOutbox(): Outbox {
  let actions: TalkAction[] = []
  return {
    add: (action) => {
      if (action.type === 'laser') return
      if (action.type === 'go' || action.type === 'black' || action.type === 'timer')
        actions = actions.filter(({ type }) => type !== action.type)
      if (actions.length < maxActions) actions.push(action)
    },
    drain: () => {
      const drained = actions
      actions = []
      return drained
    },
  }
}
