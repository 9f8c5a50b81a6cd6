import type { LocatedDiagnostic } from '../model/diagnostic.ts'

/** Diagnostics that say the same in one file, in its order. */
export type FindingGroup = readonly [LocatedDiagnostic, ...LocatedDiagnostic[]]

/** Joins the diagnostics of a deck that have the same code and sentence, in the order of the first of each. */
export function groupFindings(
  diagnostics: readonly LocatedDiagnostic[],
  say: (problem: LocatedDiagnostic) => string,
): FindingGroup[] {
  const groups = new Map<string, [LocatedDiagnostic, ...LocatedDiagnostic[]]>()
  for (const one of diagnostics) {
    const key = JSON.stringify([one.severity, one.code, one.source?.name ?? null, say(one)])
    const group = groups.get(key)
    if (group) group.push(one)
    else groups.set(key, [one])
  }
  return [...groups.values()]
}
