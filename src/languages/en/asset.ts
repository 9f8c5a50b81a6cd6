import type { AssetRequest } from '../../model/asset.ts'
import type { AssetProblem, ThemeExpected, ThemeName } from '../../model/problems/asset.ts'
import { listFormatter } from '../format.ts'
import type { MessagesOf } from '../messages.ts'

const list = listFormatter('en', 'conjunction')
const either = listFormatter('en', 'disjunction')
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

const themeNames: Record<ThemeName, string> = { style: 'text style', color: 'colour', region: 'region', face: 'face' }
const expectations: Record<ThemeExpected, (detail: string) => string> = {
  color: () => 'a colour such as #12263a',
  name: () => 'a name of Latin letters and digits that begins with a small letter',
  path: () => "the path of a font file in the theme's folder, such as fonts/own-400.ttf",
  drawing: () => 'the path data of an SVG drawing, such as M0 0h8v8z',
  number: () => 'a number',
  count: () => 'a whole number',
  text: () => 'a text',
  flag: () => 'true or false',
  list: () => 'a list',
  object: () => 'an object',
  choice: (detail) => `one of ${detail}`,
  least: (detail) => `${detail} or more`,
  more: (detail) => `more than ${detail}`,
  most: (detail) => `${detail} or less`,
  filled: () => 'filled in: something is missing',
}

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
  'theme-not-object': () =>
    'A theme is an object with "name", "colors" and so on: begin it with { and end it with }. See schemas/theme.schema.json.',
  'theme-value-wrong': ({ field, expected, detail }) =>
    `${field ? `"${field}"` : 'The theme'} must be ${expectations[expected](detail)}.`,
  'theme-field-unknown': ({ field, nearest, known }) =>
    `A theme has no "${field}" here. ${meant(nearest, known.length > 0 ? `Use ${either(known)}.` : 'Take it away.')}`,
  'theme-field-missing': ({ field, inside }) =>
    `${inside ? `"${inside}"` : 'The theme'} lacks "${field}". Add it, or let the theme extend another one that has it: "extends": "official".`,
  'theme-name-unknown': ({ kind, name, nearest, known }) =>
    `The theme has no ${themeNames[kind]} "${name}". ${meant(nearest, `Use ${either(known)}, or add it.`)}`,
  'theme-extends-circle': ({ name }) =>
    `The theme "${name}" extends itself, at once or by way of another one. Take "extends" away, or name a theme that does not lead back here.`,
  'theme-font-missing': ({ font }) =>
    `The font "${font}" is neither in the theme's folder nor among those that ship. Put the file there, or correct its name.`,
  'theme-picture-missing': ({ path, known }) =>
    `There is no picture "${path}" in the theme's folder that a page can show. Put it there, as ${either(known)}.`,
  'theme-address-remote': ({ address }) =>
    `"${address}" asks for a file from elsewhere, but a deck must open without a network. Put the picture into the theme's folder and write its name; fonts belong into "faces" of theme.json.`,
  'theme-template-wrong': ({ template, reason }) =>
    `The template "${template}" cannot be understood: ${reason}. Correct this line, or delete the file to get Korme's own template.`,
}
