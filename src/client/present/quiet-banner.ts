import { type Banner, makeBanner } from '../live/banner.ts'

/** The banner stays for so long after the last movement. Units: milliseconds. */
const visibleMs = 2_500

/**
 * Creates a banner that a page which may be projected shows only to somebody who moves the mouse or touches it. Nothing stands
 * over its slides otherwise.
 */
export function makeQuietBanner(className: string): Banner {
  const banner = makeBanner(className)
  let content: readonly (Node | string)[] = []
  let timer: number | undefined
  const hide = () => banner.show()
  const wake = ({ type, movementX, movementY }: PointerEvent) => {
    if (content.length === 0 || (type === 'pointermove' && movementX === 0 && movementY === 0)) return
    banner.show(...content)
    clearTimeout(timer)
    timer = window.setTimeout(hide, visibleMs)
  }
  for (const type of ['pointermove', 'pointerdown'] as const) addEventListener(type, wake, true)
  return {
    show: (...next) => {
      content = next
      hide()
    },
  }
}
