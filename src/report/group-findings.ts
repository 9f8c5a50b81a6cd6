import type { LocatedDiagnostic, Severity } from '../model/diagnostic.ts'

/** Diagnostics that say the same in one file, in its order. */
export type FindingGroup = readonly [LocatedDiagnostic, ...LocatedDiagnostic[]]

/** Returns the sentence of a diagnostic. */
type Say = (problem: LocatedDiagnostic) => string

/**
 * Joins the diagnostics of a deck that have the same code and, but for how often it occurs, the same sentence, in the
 * order of the first of each.
 */
export function groupFindings(diagnostics: readonly LocatedDiagnostic[], say: Say): FindingGroup[] {
  const groups = new Map<string, [LocatedDiagnostic, ...LocatedDiagnostic[]]>()
  for (const one of diagnostics) {
    const key = JSON.stringify([one.severity, one.code, one.source?.name ?? null, say(withCount(one, 1))])
    const group = groups.get(key)
    if (group) group.push(one)
    else groups.set(key, [one])
  }
  return [...groups.values()]
}

/** Counts the groups of each severity: what a reader counts in a report. */
export function countFindings(diagnostics: readonly LocatedDiagnostic[], say: Say): Record<Severity, number> {
  const counts = { error: 0, warning: 0, info: 0 }
  for (const [{ severity }] of groupFindings(diagnostics, say)) counts[severity]++
  return counts
}

/**
 * The sentence of a group, and the number of its places if the sentence does not say it: `13 line breaks … were replaced`
 * needs no "13 places".
 */
export function describeGroup(group: FindingGroup, say: Say): { sentence: string; places: number | null } {
  const [first] = group
  const count = group.reduce((sum, one) => sum + one.count, 0)
  const sentence = say(withCount(first, count))
  const isCounted = count > 1 && sentence !== say(withCount(first, 1))
  return { sentence, places: count > 1 && !isCounted ? count : null }
}

const withCount = (one: LocatedDiagnostic, count: number): LocatedDiagnostic =>
  one.count === count ? one : { ...one, count }
