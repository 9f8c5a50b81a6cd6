/**
 * Returns whole percentages that sum up to 100: each share rounded down, and one more for those with the largest remainders.
 * Errors: none; if there is nothing to share, all are 0.
 */
export function percentages(values: readonly number[]): number[] {
  const sum = values.reduce((total, value) => total + value, 0)
  if (sum <= 0) return values.map(() => 0)
  const exact = values.map((value) => (100 * value) / sum)
  const whole = exact.map(Math.floor)
  const missing = 100 - whole.reduce((total, one) => total + one, 0)
  const byRemainder = exact.map((one, i) => ({ i, rest: one - whole[i]! })).sort((a, b) => b.rest - a.rest || a.i - b.i)
  for (const { i } of byRemainder.slice(0, missing)) whole[i]!++
  return whole
}
