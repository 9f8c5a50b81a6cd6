import * as pdfjs from 'pdfjs-dist/legacy/build/pdf.mjs'

/** What PDF.js tells its viewer. */
interface Found {
  source: unknown
  state: number
}

const states = { found: 0, pending: 3 }

/** Returns those of the words that the search of PDF.js, which Firefox has, does not find as whole words in a PDF. */
export async function notFoundInPdf(bytes: Uint8Array, words: readonly string[]): Promise<string[]> {
  const { EventBus, PDFFindController } = await viewer()
  const task = pdfjs.getDocument({ data: new Uint8Array(bytes), verbosity: 0 })
  const file = await task.promise
  const eventBus = new EventBus()
  const linkService = { pagesCount: file.numPages, page: 1 }
  const missing: string[] = []
  for (const query of words) {
    const search = new PDFFindController({ linkService: linkService as never, eventBus })
    search.setDocument(file)
    const state = await new Promise<number>((resolve) => {
      const heard = (event: Found) => {
        if (event.source !== search || event.state === states.pending) return
        eventBus.off('updatefindcontrolstate', heard)
        resolve(event.state)
      }
      eventBus.on('updatefindcontrolstate', heard)
      const options = { caseSensitive: true, entireWord: true, highlightAll: true, matchDiacritics: true }
      // The first search of a controller; without a type it would wait until the user has typed it.
      eventBus.dispatch('find', { source: null, type: 'again', query, findPrevious: false, ...options })
    })
    // Every search listens to the bus: without a document it stays silent.
    search.setDocument(null as never)
    if (state !== states.found) missing.push(query)
  }
  await task.destroy()
  return missing
}

/** The viewer of PDF.js, whose search needs no window, although the rest of it asks for one when it is loaded. */
async function viewer() {
  const nothing: unknown = new Proxy(() => undefined, {
    get: (_, key) => (key === Symbol.toPrimitive ? () => '' : nothing),
    set: () => true,
    has: () => true,
    apply: () => nothing,
  })
  const window = { requestAnimationFrame: (then: () => void) => setTimeout(then), addEventListener: () => undefined }
  Object.assign(globalThis, { pdfjsLib: pdfjs, document: nothing, window })
  try {
    return await import('pdfjs-dist/legacy/web/pdf_viewer.mjs')
  } finally {
    for (const name of ['document', 'window']) Reflect.deleteProperty(globalThis, name)
  }
}
