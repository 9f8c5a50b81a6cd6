/** A window in the background draws no frame. Units: milliseconds. */
const longestFrameMs = 500

/** Resolves when what the page shows now has been drawn. */
export const drawn = (): Promise<void> =>
  new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve))
    setTimeout(resolve, longestFrameMs)
  })
