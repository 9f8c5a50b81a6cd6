import type { Diagnostic, LocatedDiagnostic } from '../model/diagnostic.ts'
import type { SourceNode } from '../model/source.ts'
import { slideNumberAt } from '../validate/slide-numbers.ts'

/** Whether these diagnostics keep a deck from being shown. */
export const hasErrors = (diagnostics: readonly Diagnostic[]) =>
  diagnostics.some(({ severity }) => severity === 'error')

/** Adds file and slide to each diagnostic, drops duplicates, and sorts by position in the file. */
export function locateDiagnostics(
  diagnostics: readonly Diagnostic[],
  file: string,
  root: SourceNode | null,
): LocatedDiagnostic[] {
  const seen = new Set<string>()
  return diagnostics
    .map((one) => ({ count: 1, edits: [], ...one, ...locationIn(file, root, one) }) as LocatedDiagnostic)
    .filter((one) => !seen.has(JSON.stringify(one)) && seen.add(JSON.stringify(one)))
    .sort(byLocation)
}

/** A diagnostic about a theme belongs to no slide. */
const locationIn = (file: string, root: SourceNode | null, { range, source }: Diagnostic) =>
  source ? { origin: source.name, slide: null } : { origin: file, slide: root ? slideNumberAt(root, range) : null }

/** Sorts by position in the deck; diagnostics about theme files come first. */
export const byLocation = (a: LocatedDiagnostic, b: LocatedDiagnostic) =>
  Number(!a.source) - Number(!b.source) || a.range.start - b.range.start || a.range.end - b.range.end
