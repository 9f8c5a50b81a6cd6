import { pathToFileURL } from 'node:url'
import { printable } from './printable.ts'

/**
 * The address of a file as people read it: letters and spaces as they are, since browsers take them so. Only what would
 * change the meaning of the address stays encoded: `%`, `#`, `?`, and what a terminal cannot show.
 */
export const readableFileUrl = (path: string): string =>
  pathToFileURL(path).href.replace(/(?:%[0-9A-F]{2})+/g, (encoded) =>
    [...decodeURIComponent(encoded)]
      .map((sign) => (/[%#?]/.test(sign) || printable(sign) !== sign ? encodeURIComponent(sign) : sign))
      .join(''),
  )
