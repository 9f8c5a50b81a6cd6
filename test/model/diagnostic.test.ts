import { expectTypeOf, test } from 'vitest'
import type { DiagnosticLocation, Problem } from '../../src/model/diagnostic.ts'

type NamesOf<P> = P extends unknown ? keyof P : never

test('no fact of a problem has the name of a field of its place, which would overwrite it', () => {
  expectTypeOf<Extract<NamesOf<Problem>, keyof DiagnosticLocation>>().toBeNever()
})
