import type { Move } from '../../model/wire/present.ts'

/** Keeps several hands on one thing in step. */
export interface Agreement<T> {
  /** What all have agreed on, as far as this page knows. */
  value(): T
  /** Whether this page waits for the answer to what it wanted. */
  waits(): boolean
  /** This page wants another value, and has told the server so. */
  want(value: T): void
  /** The server has said so: `own` where it answers what this page wanted. Gives whether the page is to follow. */
  hear(value: T, own: boolean): boolean
  /** How it is, after the line was down. */
  reset(value: T): void
}

/**
 * While this page waits for the answer to what it wanted, it follows nobody: the server puts all wishes in one order, and
 * those that came before its own answer are outdated. So pages that press at the same moment end on the same slide.
 */
export function makeAgreement<T>(first: T): Agreement<T> {
  let value = first
  let waiting = 0
  return {
    value: () => value,
    waits: () => waiting > 0,
    want: (wanted) => {
      value = wanted
      waiting += 1
    },
    hear: (heard, own) => {
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
  put(move: Move): void
  /** Takes all out. */
  take(): Move[]
}

/** More is not kept: nobody draws for so long without a line. */
const most = 2_000

export function makeOutbox(): Outbox {
  let moves: Move[] = []
  return {
    put: (move) => {
      if (move.is === 'laser') return
      if (move.is === 'go' || move.is === 'black' || move.is === 'timer')
        moves = moves.filter(({ is }) => is !== move.is)
      if (moves.length < most) moves.push(move)
    },
    take: () => {
      const taken = moves
      moves = []
      return taken
    },
  }
}
