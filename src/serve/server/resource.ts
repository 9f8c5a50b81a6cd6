import { realpath, stat } from 'node:fs/promises'
import { serveStatic } from '@hono/node-server/serve-static'
import type { Context } from 'hono'
import type { LiveResource } from '../../model/live.ts'

/** Whether a name contains the hash of its content, so that the content never changes. */
const isHashed = (name: string): boolean => /^(?:pictures|fonts)\/[\w-]{16,}/.test(name)

/**
 * Sends a resource of a page: bytes from memory, or a file, in ranges if a video player asks for them. The file is checked
 * every time: if it was replaced by a link, a folder or a pipe, it is not found.
 */
export async function sendResource(c: Context, name: string, resource: LiveResource): Promise<Response> {
  c.header('Cache-Control', isHashed(name) ? 'private, max-age=31536000, immutable' : 'no-cache')
  c.header('Content-Type', resource.mime)
  if ('bytes' in resource) return c.body(new Uint8Array(resource.bytes))
  if (!(await isPlainFile(resource.file))) return c.notFound()
  const response = await serveStatic({ path: resource.file })(c, async () => {})
  if (!response) return c.notFound()
  // The type comes from the deck, not from the file's extension.
  response.headers.set('Content-Type', resource.mime)
  response.headers.set('Accept-Ranges', 'bytes')
  return response
}

/** Whether a path is a regular file, and no part of it is a link. */
const isPlainFile = async (path: string): Promise<boolean> => {
  try {
    return (await realpath(path)) === path && (await stat(path)).isFile()
  } catch {
    return false
  }
}
