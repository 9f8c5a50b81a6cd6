import { describe, expect, test } from 'vitest'
import type { FontFile } from '../../src/fit/font-set.ts'
import { hasSeeds, heldOut, seedStrings } from './corpus.ts'
import { type Comparison, everyLayout, hasAllLetters } from './truth.ts'

/** Holds our line counts against a real Chromium's, at every size and width in px. */
export function describeLineCounts(faces: readonly FontFile[], sizes: readonly number[], widths: readonly number[]) {
  describe.each(faces)('$face.family $face.weight', (file) => {
    test.skipIf(!hasSeeds)('real texts have as many lines as in Chromium (needs ../shared/seeds)', async () => {
      const { bare, shipped } = await everyLayout(file, seedStrings(), sizes, widths)
      tell(bare, shipped)
      expect(bare.exact / bare.layouts).toBeGreaterThanOrEqual(0.999)
      expect(shipped.under).toEqual([])
      expect(shipped.most).toBeLessThanOrEqual(3)
      // The browser cuts words where a tie is wider than its line, and we break the tie.
      expect(shipped.exact / shipped.layouts).toBeGreaterThanOrEqual(0.99)
    })

    test('generated strings have as many lines as in Chromium', async () => {
      const known = heldOut.filter((text) => hasAllLetters(file, text))
      expect(known.length).toBeGreaterThanOrEqual(300)
      const { bare, shipped } = await everyLayout(file, known, sizes, widths)
      tell(bare, shipped)
      expect(bare.exact / bare.layouts).toBeGreaterThanOrEqual(0.998)
      expect(shipped.under).toEqual([])
      expect(shipped.most).toBeLessThanOrEqual(3)
    })

    test('emoji and letters missing in the font never take more lines than predicted', async () => {
      const foreign = heldOut.filter((text) => !hasAllLetters(file, text))
      expect(foreign.length).toBeGreaterThanOrEqual(20)
      const { shipped } = await everyLayout(file, foreign, sizes, widths)
      expect(shipped.under).toEqual([])
    })
  })
}

function tell(bare: Comparison, shipped: Comparison): void {
  const share = ({ exact, layouts }: Comparison) => `${((exact / layouts) * 100).toFixed(2)} %`
  if (process.env.VERIFY) console.log(`${bare.layouts} layouts: exact ${share(bare)}, as shipped ${share(shipped)}`)
}
