import type { Page } from './page.ts'

/**
 * Keeps the stage as large as the window allows, to the pixel. reveal.js rounds its own scale to hundredths, which cuts
 * the edges off on a screen of 1366 x 768; so its layout is off.
 */
export function fitStage({ reveal, width, height }: Page): void {
  const update = () => {
    const scale = Math.min(reveal.clientWidth / width, reveal.clientHeight / height)
    reveal.style.setProperty('--ui-stage-scale', `${scale}`)
  }
  new ResizeObserver(update).observe(reveal)
  update()
}
