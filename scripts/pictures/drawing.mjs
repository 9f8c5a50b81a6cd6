/** Tools for drawing: reproducible random numbers, ridges of hills, points of paths. */

/** A generator of pseudo-random numbers from 0 to 1. */
export function random(seed) {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** A line of hills: the height above the ground at any x, from smooth noise of several octaves. */
export function ridge(seed, { wave, octaves = 5, rough = 0.5 }) {
  const next = random(seed)
  const knots = Array.from({ length: 4096 }, next)
  const smooth = (x) => {
    const i = Math.floor(x)
    const t = (x - i) ** 2 * (3 - 2 * (x - i))
    return knots[i & 4095] * (1 - t) + knots[(i + 1) & 4095] * t
  }
  return (x) => {
    let height = 0
    for (let octave = 0, part = 1; octave < octaves; octave++, part *= rough) {
      height += part * (smooth((x / wave) * 2 ** octave + octave * 131) - 0.5)
    }
    return height
  }
}

/** Rounds to tenths, so that a drawing stays small. */
export const n = (value) => String(Math.round(value * 10) / 10)

/** The path of a ridge from the left edge to the right, closed at `bottom`. */
export function ridgePath(heightAt, { width, bottom, step = 4 }) {
  const points = []
  for (let x = -step; x <= width + step; x += step) points.push(`${n(x)} ${n(heightAt(x))}`)
  return `M${points.join('L')}L${n(width + step)} ${n(bottom)}L${-step} ${n(bottom)}Z`
}

/** A gradient from top to bottom; stops are `[offset, colour, opacity]`. */
export const fade = (id, stops) =>
  `<linearGradient id="${id}" x1="0" y1="0" x2="0" y2="1">${stops
    .map(([at, color, opacity = 1]) => `<stop offset="${at}" stop-color="${color}" stop-opacity="${opacity}"/>`)
    .join('')}</linearGradient>`

/** A drawing whose own coordinates are `width` by `height` from `(x, y)`, to be drawn `scale` times as large. */
export const drawing = (width, height, scale, inside, [x, y] = [0, 0]) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${width * scale}" height="${height * scale}" viewBox="${x} ${y} ${width} ${height}">${inside}</svg>`
