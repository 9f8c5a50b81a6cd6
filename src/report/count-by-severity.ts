import type { LocatedDiagnostic, Severity } from '../model/diagnostic.ts'

/** Counts the diagnostics of each severity. */
export function countBySeverity(diagnostics: readonly LocatedDiagnostic[]): Record<Severity, number> {
  const counts = { error: 0, warning: 0, info: 0 }
  for (const { severity } of diagnostics) counts[severity]++
  return counts
}
