import { randomInt } from 'node:crypto'
import { matchesSecret } from './secrets.ts'

/** Letters and digits that are told apart on any screen. Without vowels they make no words. */
const alphabet = 'cdfhjkmnprtwx34679'
const codeLength = 4

/** Cyrillic letters that look the same and are typed where the keyboard is a Kazakh or Russian one. */
const twins: Readonly<Record<string, string>> = { с: 'c', к: 'k', м: 'm', р: 'p', т: 't', х: 'x' }

/**
 * How many wrong codes a device may try at once, and how soon it may try one more. A talk of two hours allows 740 of 104,976.
 * Units: milliseconds.
 */
const tries = { most: 20, refillMs: 10_000 }

/** Devices that are remembered. Units: entries. */
const maxDevices = 10_000

/** What comes of a code that somebody typed. `waitMs`: no code of the device is looked at before. Units: milliseconds. */
export type CodeResult = 'right' | 'wrong' | { waitMs: number }

/** The short address of the audience. It lasts as long as the talk, and gives no other rights than the long one. */
export interface ShortCode {
  code: string
  /** Checks the first part of a path, from a device (see `deviceOf`). */
  try(device: string, given: string): CodeResult
}

/** Whether the first part of a path can be meant as a code, as browsers ask for other names by themselves. */
export const isCodeLike = (given: string): boolean => [...given.trim()].length === codeLength

/** Creates a code. */
export const makeCode = (): string =>
  Array.from({ length: codeLength }, () => alphabet[randomInt(alphabet.length)]).join('')

/** Returns the code of a talk that was interrupted, by which phones find it again; a new one if there is none. */
export function keptCode(parts: Readonly<Record<string, unknown>> = {}): string {
  const { shortCode } = parts
  const isCode = typeof shortCode === 'string' && /^[a-z\d]{4}$/.test(shortCode)
  return isCode ? shortCode : makeCode()
}

/** Creates the lock of a code. `now` is a monotonic clock. Units: milliseconds. */
export function makeShortCode(now: () => number, code = makeCode()): ShortCode {
  /** When the wrong tries of a device will all be forgotten. */
  const clearAt = new Map<string, number>()
  return {
    code,
    try: (device, given) => {
      const spentMs = Math.max(0, (clearAt.get(device) ?? 0) - now())
      const waitMs = spentMs - (tries.most - 1) * tries.refillMs
      // A code that comes too early is not compared, so that nothing can be learned from the answer.
      if (waitMs > 0) return { waitMs }
      if (matchesSecret(normalized(given), code)) return 'right'
      clearAt.delete(device)
      clearAt.set(device, now() + spentMs + tries.refillMs)
      if (clearAt.size > maxDevices) clearAt.delete(clearAt.keys().next().value!)
      return 'wrong'
    },
  }
}

const normalized = (given: string): string =>
  [...given.trim().toLowerCase()].map((letter) => twins[letter] ?? letter).join('')
