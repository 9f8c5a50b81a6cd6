import type { TalkAction } from '../../model/wire/talk.ts'

/** Keeps several hands on one thing in step. */
export interface OptimisticValue<T> {
  /** What all have agreed on, as far as this page knows. */
  value(): T
  /** Whether this page waits for the answer to what it wanted. */
  isPending(): boolean
  /** This page wants another value, and has told the server so. */
  set(value: T): void
  /** The server has said so: `own` where it answers what this page wanted. Gives whether the page is to follow. */
  receive(value: T, own: boolean): boolean
  /** How it is, after the line was down. */
  reset(value: T): void
}

/**
 * While this page waits for the answer to what it wanted, it follows nobody: the server puts all wishes in one order, and
 * those that came before its own answer are outdated. So pages that press at the same moment end on the same slide.
 */
export function makeOptimisticValue<T>(first: T): OptimisticValue<T> {
  let value = first
  let waiting = 0
  return {
    value: () => value,
    isPending: () => waiting > 0,
    set: (wanted) => {
      value = wanted
      waiting += 1
    },
    receive: (heard, own) => {
      if (own) waiting = Math.max(0, waiting - 1)
      if (own || waiting > 0 || heard === value) return false
      value = heard
      return true
    },
    reset: (heard) => {
      value = heard
      waiting = 0
    },
  }
}

/** Moves that were made while nobody could hear them; of those that only the last one counts of, the last one. */
export interface Outbox {
  add(move: TalkAction): void
  /** Takes all out. */
  drain(): TalkAction[]
}

/** More is not kept: nobody draws for so long without a line. */
const maxActions = 2_000

export function makeOutbox(): Outbox {
  let moves: TalkAction[] = []
  return {
    add: (move) => {
      if (move.type === 'laser') return
      if (move.type === 'go' || move.type === 'black' || move.type === 'timer')
        moves = moves.filter(({ type }) => type !== move.type)
      if (moves.length < maxActions) moves.push(move)
    },
    drain: () => {
      const taken = moves
      moves = []
      return taken
    },
  }
}
