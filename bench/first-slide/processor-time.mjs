/** What the trace of a page has to tell: its marks, when its loading began, and the time of the thread at each. */
const categories = ['blink.user_timing', 'loading', 'toplevel']

/**
 * Traces a page while `load` loads it. Gives the milliseconds that its main thread has worked from the arrival of the page
 * until the script set a mark.
 */
export async function traced(page, url, mark, load) {
  await page.tracing.start({ categories })
  await load()
  const trace = JSON.parse(Buffer.from(await page.tracing.stop()).toString())
  return workUntil(mark, url, trace.traceEvents)
}

/** `tts` is the time of a thread. Units: microseconds. */
function workUntil(mark, url, events) {
  const end = events.find(({ name, cat }) => name === mark && cat.includes('user_timing'))
  const ofPage = events.filter(({ pid, tid, ts }) => pid === end.pid && tid === end.tid && ts <= end.ts)
  const isNavigation = ({ name, args }) => name === 'navigationStart' && args.data?.documentLoaderURL === url
  const begin = Math.max(...ofPage.filter(isNavigation).map(({ ts }) => ts))
  const [arrival] = ofPage
    .filter(({ name, ts, tts }) => name === 'DocumentLoader::CommitNavigation' && ts >= begin && tts)
    .sort((a, b) => a.ts - b.ts)
  return (end.tts - arrival.tts) / 1000
}
