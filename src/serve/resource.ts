import { realpath, stat } from 'node:fs/promises'
import { serveStatic } from '@hono/node-server/serve-static'
import type { Context } from 'hono'
import type { LiveResource } from '../model/wire/live.ts'

/** Names that hold the hash of what they name: it never changes. */
const isHashed = (name: string): boolean => /^(?:pictures|fonts)\/[\w-]{16,}/.test(name)

/**
 * Answers with what a deck's pages name: bytes from memory, or a file in ranges, as players of videos ask for them. A
 * file is looked at anew each time: one that has become a link, a folder or a pipe is not found.
 */
export async function sendResource(c: Context, name: string, resource: LiveResource): Promise<Response> {
  c.header('Cache-Control', isHashed(name) ? 'private, max-age=31536000, immutable' : 'no-cache')
  c.header('Content-Type', resource.mime)
  if ('bytes' in resource) return c.body(new Uint8Array(resource.bytes))
  if (!(await isPlainFile(resource.file))) return c.notFound()
  const answer = await serveStatic({ path: resource.file })(c, async () => {})
  if (!answer) return c.notFound()
  // What the deck takes the file for counts, not its ending.
  answer.headers.set('Content-Type', resource.mime)
  answer.headers.set('Accept-Ranges', 'bytes')
  return answer
}

/** Whether a path is that of a file itself, with no link on the way to it. */
const isPlainFile = async (path: string): Promise<boolean> => {
  try {
    return (await realpath(path)) === path && (await stat(path)).isFile()
  } catch {
    return false
  }
}
