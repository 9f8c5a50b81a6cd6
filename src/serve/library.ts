import type { PresentHandle, PresentOptions, ServeHandle, ServeOptions } from './options.ts'

// The servers are loaded when they are first used: most users of the library only build.

/**
 * Serves decks on a local web server. Pages that are open follow every change of the files, and show the findings.
 *
 * ```js
 * import { serve } from 'korme'
 * const preview = await serve({ decks: ['decks/my-talk.json'], onRead: ({ report }) => console.log(report.diagnostics) })
 * console.log(preview.decks()[0].url)
 * await preview.close()
 * ```
 *
 * Errors: `port-taken`, `port-forbidden`, `port-unusable`, exit code 3.
 */
export async function serve(options: ServeOptions = {}): Promise<ServeHandle> {
  const server = await import('./serve.ts')
  return server.serve(options)
}

/**
 * Presents a deck: serves a page for the speaker, a remote control for phones, and a page for the audience, which
 * follows the speaker. Changes of the deck's file appear on all of them.
 *
 * ```js
 * import { present } from 'korme'
 * const talk = await present('decks/my-talk.json', { network: true })
 * console.log(talk.urls.speaker, talk.urls.audience[0])
 * await talk.close()
 * ```
 *
 * Errors: `port-taken`, `port-forbidden`, `port-unusable`, exit code 3; `UnfitDeckError`, exit code 1. With `resume`:
 * `talk-missing`, `talk-outdated`, `talk-running`, `talk-unreadable`, `talk-unsafe`, exit code 2.
 */
export async function present(deck: string, options: PresentOptions = {}): Promise<PresentHandle> {
  const server = await import('./present.ts')
  return server.present(deck, options)
}
