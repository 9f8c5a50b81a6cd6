/**
 * Draws the pictures of the decks that ship into `static/img/`. Run by hand when a drawing changes:
 * `node scripts/make-pictures.mjs`. They are our own work.
 */
import { writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import sharp from 'sharp'
import { capital } from './pictures/capital.mjs'
import { mark } from './pictures/mark.mjs'
import { mountains } from './pictures/mountains.mjs'
import { race } from './pictures/race.mjs'
import { steppe } from './pictures/steppe.mjs'
import { receptionWindow } from './pictures/window.mjs'

const folder = join(dirname(fileURLToPath(import.meta.url)), '../static/img')
const put = (name, bytes) => writeFile(join(folder, name), bytes)

const photograph = { quality: 80, mozjpeg: true }

await put('logo.png', await sharp(Buffer.from(mark())).png({ palette: true }).toBuffer())
await put('qabyldau.svg', receptionWindow())
await put('jarys.svg', race())

// As large as a telephone takes them; the last lies on its side with a note how to turn it, as telephones do.
await put('dala.jpg', await sharp(Buffer.from(steppe())).flatten().jpeg(photograph).toBuffer())
await put('astana.jpg', await sharp(Buffer.from(capital())).flatten().jpeg(photograph).toBuffer())
const upright = await sharp(Buffer.from(mountains())).flatten().png({ compressionLevel: 1 }).toBuffer()
const onItsSide = sharp(upright).rotate(270).withMetadata({ orientation: 6 })
await put('tau-koli.jpg', await onItsSide.jpeg(photograph).toBuffer())
