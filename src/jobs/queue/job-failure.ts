import { type Fault, KormeError } from '../../model/errors.ts'

/** Faults that a job in the queue may have failed with; others are shown as their text. */
const maxLength = 2_000

/** Writes down why a job failed, for the queue. */
export const failureText = ({ fault }: KormeError): string => JSON.stringify(fault)

/**
 * Reads why a job failed. Anybody may have written it, so only a fault whose fields are what the sentences expect is taken:
 * short texts, numbers and yes or no. Anything else becomes `job-failed`.
 */
export function readFailure(text: string, deck: string, known: (fault: Fault) => boolean): KormeError {
  const fault = parsed(text)
  if (fault && known(fault)) return new KormeError(fault)
  const stalled = /stalled more than allowable limit/.test(text)
  return new KormeError(
    stalled
      ? { code: 'job-worker-died', deck }
      : { code: 'job-failed', deck, reason: text.split('\n', 1)[0]!.slice(0, 300) },
  )
}

function parsed(text: string): Fault | null {
  if (text.length > maxLength) return null
  try {
    const value = JSON.parse(text) as Record<string, unknown> | null
    if (typeof value !== 'object' || value === null || typeof value.code !== 'string') return null
    return Object.values(value).every((one) => ['string', 'number', 'boolean'].includes(typeof one))
      ? (value as Fault)
      : null
  } catch {
    return null
  }
}
