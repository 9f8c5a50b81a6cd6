/** The ends and steps of an axis. */
export interface Axis {
  min: number
  max: number
  steps: readonly number[]
}

/** Returns an axis with at most `count` round steps (1, 2, 2.5, 5 times a power of ten) that begins at 0, or below. */
export function roundAxis(values: readonly number[], count: number): Axis {
  const min = Math.min(0, ...values)
  const max = Math.max(0, ...values)
  const range = max - min || 1
  const power = 10 ** Math.floor(Math.log10(range / count))
  const step = [1, 2, 2.5, 5, 10, 20].map((factor) => factor * power).find((one) => range / one <= count - 1) ?? range
  const first = Math.floor(min / step + 1e-9)
  const last = Math.max(first + 1, Math.ceil(max / step - 1e-9))
  const steps = Array.from({ length: last - first + 1 }, (_, i) => roundTo(step, (first + i) * step))
  return { min: steps[0]!, max: steps.at(-1)!, steps }
}

/** Takes off what binary fractions add: 0.30000000000000004. */
const roundTo = (step: number, value: number): number => {
  const digits = Math.min(12, Math.max(0, 2 - Math.floor(Math.log10(step))))
  return Number(value.toFixed(digits)) + 0
}

/** Returns a function from values to px, proportional, with 0 among the values. */
export function linearScale(min: number, max: number, from: number, to: number): (value: number) => number {
  const perUnit = max > min ? (to - from) / (max - min) : 0
  return (value) => from + (value - min) * perUnit
}
