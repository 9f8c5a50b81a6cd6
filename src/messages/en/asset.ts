import type { AssetRequest } from '../../model/asset.ts'
import type { AssetProblem } from '../../model/problems/asset.ts'
import { lister, type MessagesOf } from '../messages.ts'

const list = lister('en', 'conjunction')
const either = lister('en', 'disjunction')
const number = (n: number) => new Intl.NumberFormat('en').format(n)
const megabytes = (bytes: number) => `${number(Math.ceil(bytes / 104_857.6) / 10)} MB`

const things: Record<AssetRequest['kind'], string> = {
  image: 'picture',
  logo: 'logo',
  video: 'video',
  captions: 'captions file',
  geojson: 'map file',
}
const meant = (nearest: string | null, otherwise: string) => (nearest ? `Did you mean "${nearest}"?` : otherwise)
const check = 'Check the name, or put the file into static/img.'

const seenAs: Record<string, string> = { text: 'a text', empty: 'an empty file' }
const isA = (seen: string | null) => (seen === null ? 'a file of an unknown kind' : (seenAs[seen] ?? `a ${seen} file`))
const reasons: Record<string, string> = {
  EACCES: 'you have no permission',
  EPERM: 'you have no permission',
  EIO: 'the disk reports a fault',
  outside: 'it leads out of the project',
  folder: 'it is a folder',
  'not-regular': 'it is not an ordinary file',
  'too-large': 'it is far too large',
}
const because = (reason: string) => reasons[reason] ?? reason

/** What is wrong with the files a deck names, in English. */
export const asset: MessagesOf<AssetProblem> = {
  'image-file-missing': ({ path, nearest }) =>
    `There is no picture "${path}" in the project, so the slide is shown without it. ${meant(nearest, check)}`,
  'logo-file-missing': ({ path, nearest }) =>
    `There is no logo "${path}" in the project, so only its title is shown. ${meant(nearest, check)}`,
  'video-file-missing': ({ path, nearest }) =>
    `There is no video "${path}" in the project, so it cannot be played. ${meant(nearest, 'Check the name, or put the file into static/video.')}`,
  'captions-file-missing': ({ path, nearest }) =>
    `There is no captions file "${path}" in the project, so the video has no captions. ${meant(nearest, 'Check the name.')}`,
  'geojson-file-missing': ({ path, nearest }) =>
    `There is no map file "${path}" in the project, so its shapes are not drawn. ${meant(nearest, 'Check the name.')}`,
  'asset-outside-project': ({ path, kind }) =>
    `"${path}" leads out of the project, and nothing is read from there: on another computer the ${things[kind]} would be missing. Copy the file into static and write its path from there.`,
  'asset-address-remote': ({ path, kind }) =>
    `The ${things[kind]} "${path}" is on the internet and is not fetched, because a deck must open without a network. Download the file into static and write its path.`,
  'asset-address-unsafe': ({ path, scheme }) =>
    `"${path.slice(0, 60)}" begins with "${scheme}:", which is no path of a file. Put the file into static and write its path.`,
  'asset-not-regular': ({ path }) =>
    `"${path}" is a folder or a device, not a file, so it is left out. Write the path of the file itself.`,
  'asset-unreadable': ({ file, reason }) =>
    `"${file}" cannot be read: ${because(reason)}. Change the file's permissions or copy it anew.`,
  'asset-too-large': ({ file, sizeBytes, limitBytes }) =>
    `"${file}" has ${megabytes(sizeBytes)}; at most ${megabytes(limitBytes)} are taken. Save it smaller.`,
  'image-type-unknown': ({ file, seen, known }) =>
    `"${file}" is no picture that browsers show, but ${isA(seen)}, whatever its name says. Save it as ${either(known)}.`,
  'video-type-unknown': ({ file, seen, known }) =>
    `"${file}" is no video that browsers play, but ${isA(seen)}. Save it as ${either(known)}.`,
  'image-broken': ({ file }) =>
    `The picture "${file}" is damaged or was copied only in part, so the slide is shown without it. Copy or export it again.`,
  'image-library-missing': ({ file }) =>
    `The picture "${file}" has to be turned or scaled, but the library that does it is not installed. Run "npm ci" again, with the optional packages.`,
  'image-dimensions-too-large': ({ file, width, height, limitMegapixels }) =>
    `The picture "${file}" measures ${number(width)} x ${number(height)} pixels, more than the ${limitMegapixels} million that are taken. Save it smaller: 1,920 pixels on the longer side are enough.`,
  'image-svg-unsafe': ({ file, reason }) =>
    reason === 'entities'
      ? `The drawing "${file}" declares entities that hold others or come from outside, so it is not opened. Export it again as a plain SVG.`
      : `The drawing "${file}" repeats its parts millions of times and would stop the browser. Simplify it or save it as PNG.`,
  'image-svg-cleaned': ({ file, removed }) =>
    `Scripts and references to other files were left out of the drawing "${file}": ${list(removed)}. If something is missing, export it again with everything inside.`,
  'theme-unknown': ({ name, nearest, known }) =>
    `There is no theme "${name}". ${nearest ? `Did you mean "${nearest}"?` : `Use ${either(known)}.`}`,
  'theme-unreadable': ({ file, reason }) => `The theme's file ${file} cannot be read: ${because(reason)}.`,
  'theme-not-json': ({ file, line, column }) =>
    line === null
      ? `The theme's file ${file} is no JSON: it ends too early or is empty.`
      : `The theme's file ${file} is no JSON: look at line ${line}, column ${column}.`,
  'theme-value-wrong': ({ file, field, rule, detail }) =>
    `In the theme's file ${file} ${field ? `"${field}"` : 'the whole'} breaks the rule "${rule}"${detail ? ` (${detail})` : ''}. See schemas/theme.schema.json.`,
  'theme-font-missing': ({ file, font }) =>
    `The theme's file ${file} names the font "${font}", which is neither in the theme's folder nor among those that ship.`,
}
