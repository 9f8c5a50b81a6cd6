/**
 * Draws the pictures of the project's decks into `static/img/`. Run it by hand after a drawing has changed:
 * `node scripts/make-pictures.mjs`. The pictures are our own work.
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
const write = (name, bytes) => writeFile(join(folder, name), bytes)

const photograph = { quality: 80, mozjpeg: true }

await write('logo.png', await sharp(Buffer.from(mark())).png({ palette: true }).toBuffer())
await write('qabyldau.svg', receptionWindow())
await write('jarys.svg', race())

// Photographs in the size of telephones. The last one is stored on its side with an EXIF orientation, as telephones do.
await write('dala.jpg', await sharp(Buffer.from(steppe())).flatten().jpeg(photograph).toBuffer())
await write('astana.jpg', await sharp(Buffer.from(capital())).flatten().jpeg(photograph).toBuffer())
const upright = await sharp(Buffer.from(mountains())).flatten().png({ compressionLevel: 1 }).toBuffer()
const onItsSide = sharp(upright).rotate(270).withMetadata({ orientation: 6 })
await write('tau-koli.jpg', await onItsSide.jpeg(photograph).toBuffer())
