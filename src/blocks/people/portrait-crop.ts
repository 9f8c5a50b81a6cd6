/** The height at which faces are in a portrait. Units: part of the height of the picture, from the top. */
const faceHeight = 1 / 3

/**
 * Returns the point that stays visible when a portrait is cropped to a box: faces, in the upper third of an upright
 * picture, come to the middle of the box, and the top of the picture is kept where that is not possible, so that no head is
 * cut off.
 *
 * Units: both are widths divided by heights; the point is in fractions of the hidden width and height, as in CSS.
 */
export function portraitFocus(picture: number, box: number): { x: number; y: number } {
  const visible = Math.min(1, picture / box)
  if (visible === 1) return { x: 0.5, y: 0 }
  const top = Math.min(Math.max(0, faceHeight - visible / 2), 1 - visible)
  return { x: 0.5, y: top / (1 - visible) }
}
