import type { VideoProblem } from '../../model/problems/video.ts'
import { pluralizer } from '../format.ts'
import type { MessagesOf } from '../messages.ts'
import { size } from './format.ts'

const captions = pluralizer('en', { one: 'caption', other: 'captions' })
const seconds = pluralizer('en', { one: 'second', other: 'seconds' })

/** What is wrong with videos and their captions, in English. */
export const video: MessagesOf<VideoProblem> = {
  'video-broken': ({ file }) =>
    `The video "${file}" contains nothing playable: it is damaged or incomplete. Copy it again.`,
  'video-format-unplayable': ({ file, format, command }) =>
    `"${file}" is a video in the format ${format}, which browsers cannot play, so the slide shows only its name. This command converts it to a file they can play: ${command}`,
  'video-sound-only': ({ file, format, command }) =>
    `"${file}" (${format}) has sound but no picture, and a slide cannot play it, so only its name is shown. This command makes a video of it that shows a picture while the sound plays; replace picture.jpg by your own: ${command}`,
  'video-codec-unplayable': ({ file, part, codec, command }) =>
    `The ${part} of the video "${file}" is encoded as ${codec}, which most browsers cannot play. This command converts it to a file they can play: ${command}`,
  'video-large': ({ file, sizeBytes }) =>
    `The video "${file}" is ${size(sizeBytes)} and must be sent along with the slides. Make it shorter or compress it if you want to share them.`,
  'video-times-wrong': ({ start, end, lengthS }) =>
    end !== null && end <= start
      ? `The video would start at ${seconds(start)} and end at ${seconds(end)}, so nothing would be played. Make "end" larger than "start".`
      : `The video would start at ${seconds(start)}, but it is only ${seconds(Math.floor(lengthS ?? 0))} long. Make "start" smaller.`,
  'video-id-missing': ({ provider, address }) =>
    `"${address}" is a page of ${provider} but not the page of a video, so the slide only links to it. Open the video and copy its address.`,
  'video-address-broken': ({ address }) =>
    `"${address}" is not a complete web address, and no browser can open it, so the slide has no link to it. Open the video in a browser and copy the whole address from its address bar.`,
  'video-text-ignored': ({ text }) =>
    `Only the address was taken from "video"; the words around it are not shown: "${text}". Move them to "title" or "text".`,
  'video-address-private': ({ address, host }) =>
    `"${address}" points to ${host}, which is unreachable from other computers, so the slide has no link. Put the file into static, or write a public internet address.`,
  'video-autoplay-remote': ({ address }) =>
    `"autoplay" is set, but "${address}" is on the internet, and nothing is loaded from there before someone clicks. Remove "autoplay", or put the file into static/video.`,
  'captions-broken': ({ file, reason }) =>
    reason === 'encoding'
      ? `The captions "${file}" are not encoded in UTF-8, so they are not shown. Save the file as UTF-8.`
      : `The file "${file}" contains no captions. It must begin with WEBVTT, and each caption with its times: 00:01.000 --> 00:04.000.`,
  'captions-faulty': ({ file, line, lost }) =>
    lost > 0
      ? `${captions(lost)} of "${file}" cannot be shown${line === null ? '' : `, the first at line ${line}`}. A caption begins with two times, the second later than the first: 00:01.000 --> 00:04.000.`
      : `The captions "${file}" do not follow WebVTT${line === null ? '' : ` at line ${line}`}, but all of them are shown. Begin the file with WEBVTT, and each caption with its times.`,
  'captions-remote': ({ address }) =>
    `Captions are shown only with videos of the project; "${address}" has a player with its own captions. Remove "captions", or put the video into static/video.`,
}
