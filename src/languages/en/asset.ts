import type { AssetRequest } from '../../model/asset.ts'
import type { AssetProblem, ThemeExpected, ThemeName } from '../../model/problems/asset.ts'
import type { MessagesOf } from '../messages.ts'
import { and, number, or, size } from './format.ts'

const things: Record<AssetRequest['kind'], string> = {
  image: 'picture',
  logo: 'logo',
  video: 'video',
  captions: 'captions file',
  geojson: 'map file',
}
const meant = (nearest: string | null, otherwise: string) => (nearest ? `Did you mean "${nearest}"?` : otherwise)
const check = 'Check the name, or put the file into static/img.'

const seenAs: Record<string, string> = { text: 'plain text', empty: 'an empty file' }
/** Abbreviations that are read letter by letter and begin with a vowel. */
const spelled = /^(?!FLAC|MIDI)[AEFHILMNORSX][A-Z\d]/
const isA = (seen: string | null) =>
  seen === null ? 'a file of unknown type' : (seenAs[seen] ?? `${spelled.test(seen) ? 'an' : 'a'} ${seen} file`)
const reasons: Record<string, string> = {
  EACCES: 'you have no permission',
  EPERM: 'you have no permission',
  EIO: 'the disk reports an error',
  outside: 'it is outside the project',
  folder: 'it is a folder',
  'not-regular': 'it is not a regular file',
  'too-large': 'it is far too large',
}
const because = (reason: string) => reasons[reason] ?? reason

const themeNames: Record<ThemeName, string> = { style: 'text style', color: 'colour', region: 'region', face: 'face' }
const expectations: Record<ThemeExpected, (detail: string) => string> = {
  color: () => 'a colour such as #12263a',
  name: () => 'a name of Latin letters and digits that begins with a lower-case letter',
  path: () => "the path of a font file in the theme's folder, such as fonts/own-400.ttf",
  drawing: () => 'the path data of an SVG drawing, such as M0 0h8v8z',
  number: () => 'a number',
  count: () => 'a whole number',
  text: () => 'text',
  flag: () => 'true or false',
  list: () => 'a list',
  object: () => 'an object',
  choice: (detail) => `one of ${detail}`,
  least: (detail) => `${detail} or more`,
  more: (detail) => `more than ${detail}`,
  most: (detail) => `${detail} or less`,
  filled: () => 'filled in: it is empty now',
}

/** What is wrong with the files of a deck and with themes, in English. */
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
    `"${path}" is outside the project, so it was not read: on another computer the ${things[kind]} would be missing. Copy the file into static and write its path there.`,
  'asset-address-remote': ({ path, kind }) =>
    `The ${things[kind]} "${path}" is on the internet and was not downloaded, because a deck must open offline. Download the file into static and write its path.`,
  'asset-address-unsafe': ({ path, scheme }) =>
    `"${path.slice(0, 60)}" begins with "${scheme}:", which is not the path of a file. Put the file into static and write its path.`,
  'asset-not-regular': ({ path }) =>
    `"${path}" is a folder or a device, not a file, so it was left out. Write the path of the file itself.`,
  'asset-unreadable': ({ file, reason }) =>
    `"${file}" cannot be read: ${because(reason)}. Change the permissions of the file, or copy it again.`,
  'asset-too-large': ({ file, sizeBytes, limitBytes }) =>
    `"${file}" is ${size(sizeBytes)}; the limit is ${size(limitBytes)}. Make it smaller.`,
  'image-type-unknown': ({ file, seen, known }) =>
    `"${file}" is not an image format that browsers support but ${isA(seen)}, whatever its name says. Save it as ${or(known)}.`,
  'video-type-unknown': ({ file, seen, known }) =>
    `"${file}" is not a video format that browsers support but ${isA(seen)}. Save it as ${or(known)}.`,
  'image-broken': ({ file }) =>
    `The picture "${file}" is damaged or incomplete, so the slide is shown without it. Copy or export it again.`,
  'image-library-missing': ({ file }) =>
    `The picture "${file}" must be rotated or scaled, but the library for this is not installed. Run "npm ci" again, with the optional packages.`,
  'image-dimensions-too-large': ({ file, width, height, limitMegapixels }) =>
    `The picture "${file}" is ${number(width)} × ${number(height)} pixels; the limit is ${limitMegapixels} million. Make it smaller: 1,920 pixels on the longer side are enough.`,
  'image-svg-unsafe': ({ file, reason }) =>
    reason === 'entities'
      ? `The drawing "${file}" declares nested or external entities, so it was not opened. Export it again as plain SVG.`
      : `The drawing "${file}" repeats its parts millions of times and would freeze the browser. Simplify it or save it as PNG.`,
  'image-svg-cleaned': ({ file, removed }) => {
    const others = removed.filter((name) => name !== 'foreignobject')
    const cleaned = `Scripts, links and references to other files were removed from the drawing "${file}": ${and(others)}. If something is missing, embed its pictures and export it again, or save it as PNG.`
    const labels = `The drawing "${file}" has labels written as HTML (foreignObject), which a picture cannot show. In their place are the plain labels that the program saved with them, if any; these may be cut short. Compare the slide with the drawing. If a label is wrong or missing, save the drawing as PNG, or, in draw.io, turn off "Formatted Text" for the labels and export it again.`
    if (others.length === 0) return labels
    return others.length === removed.length ? cleaned : `${cleaned} ${labels}`
  },
  'theme-unknown': ({ name, nearest, known }) =>
    `There is no theme "${name}". ${nearest ? `Did you mean "${nearest}"?` : `Use ${or(known)}.`}`,
  'theme-unreadable': ({ file, reason }) => `The theme file ${file} cannot be read: ${because(reason)}.`,
  'theme-not-object': () =>
    'A theme is an object with "name", "colors" and so on: begin it with { and end it with }. See schemas/theme.schema.json.',
  'theme-value-wrong': ({ field, expected, detail }) =>
    `${field ? `"${field}"` : 'The theme'} must be ${expectations[expected](detail)}.`,
  'theme-field-unknown': ({ field, nearest, known }) =>
    `There is no field "${field}" here in a theme. ${meant(nearest, known.length > 0 ? `Use ${or(known)}.` : 'Remove it.')}`,
  'theme-field-missing': ({ field, inside }) =>
    `${inside ? `"${inside}"` : 'The theme'} has no "${field}". Add it, or extend a theme that has it: "extends": "official".`,
  'theme-name-unknown': ({ kind, name, nearest, known }) =>
    `The theme has no ${themeNames[kind]} "${name}". ${meant(nearest, `Use ${or(known)}, or add it.`)}`,
  'theme-extends-circle': ({ name }) =>
    `The theme "${name}" extends itself, directly or through another theme. Remove "extends", or choose a theme that does not extend this one.`,
  'theme-font-missing': ({ font }) =>
    `The font "${font}" is neither in the folder of the theme nor included with Korme. Put the file into that folder, or correct its name.`,
  'theme-font-wrong': ({ font, reason, limitMegabytes }) =>
    ({
      empty: `The font file "${font}" is empty. Copy it again from where you have it.`,
      'not-font': `The file "${font}" is not a complete font in the format that its name says. Copy it again, or export the font as TTF and WOFF2.`,
      'too-large': `The font file "${font}" is larger than ${limitMegabytes} MB. Use a font with fewer characters.`,
    })[reason],
  'theme-picture-missing': ({ path, known }) =>
    `The folder of the theme has no picture "${path}" that browsers support. Put it there, as ${or(known)}.`,
  'theme-address-remote': ({ address }) =>
    `"${address}" refers to a file elsewhere, but a deck must open offline. Put the picture into the folder of the theme and write its name; fonts belong in "faces" of theme.json.`,
  'theme-template-online': ({ template, tag }) =>
    `The template "${template}" has ${tag}, which contacts a server or leaves the page, but slides must open offline. Remove this element.`,
  'theme-template-circle': ({ template }) =>
    `The template "${template}" includes itself, directly or through another template, so it would never end. Remove this inclusion.`,
  'theme-template-unknown': ({ template, name, nearest }) =>
    `The template "${template}" includes "${name}", which neither the theme nor Korme has. ${meant(nearest, 'Correct the name, or add the file to the folder of the theme.')}`,
  'theme-template-deep': ({ template, limit }) =>
    `The template "${template}" has more than ${limit} blocks inside one another. Close them earlier, or move a part to a template of its own.`,
  'theme-template-wrong': ({ template, reason }) =>
    `The template "${template}" cannot be parsed: ${reason}. Correct this line, or delete the file to use Korme's own template.`,
}
