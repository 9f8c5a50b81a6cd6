import type { VideoProblem } from '../../model/problems/video.ts'
import { pluralizer } from '../format.ts'
import type { MessagesOf } from '../messages.ts'

const captions = pluralizer('en', { one: 'caption', other: 'captions' })
const megabytes = (bytes: number) => `${Math.round(bytes / 1_048_576)} MB`
const seconds = pluralizer('en', { one: 'second', other: 'seconds' })

/** What is wrong with videos and their captions, in English. */
export const video: MessagesOf<VideoProblem> = {
  'video-broken': ({ file }) =>
    `There is nothing in the video "${file}" that can be played: it is damaged or was copied only in part. Copy it again.`,
  'video-codec-unplayable': ({ file, part, codec, command }) =>
    `The ${part} of the video "${file}" is encoded as ${codec}, which most browsers do not play. This command makes a file that they play: ${command}`,
  'video-large': ({ file, sizeBytes }) =>
    `The video "${file}" has ${megabytes(sizeBytes)} and goes along with the slides. Make it shorter or smaller if you want to send them to someone.`,
  'video-times-wrong': ({ start, end, lengthS }) =>
    end !== null && end <= start
      ? `The video would start at ${seconds(start)} and end at ${seconds(end)}, so nothing would be played. Make "end" larger than "start".`
      : `The video would start at ${seconds(start)}, but it is ${seconds(Math.floor(lengthS ?? 0))} long. Make "start" smaller.`,
  'video-id-missing': ({ provider, address }) =>
    `"${address}" is a page of ${provider}, but not that of one video, so the slide only leads there. Open the video and copy its address.`,
  'video-address-private': ({ address, host }) =>
    `"${address}" leads to ${host}, which other people's computers do not reach, so the slide does not lead there. Put the file into static, or write an address of the internet.`,
  'video-autoplay-remote': ({ address }) =>
    `"autoplay" is set, but "${address}" is on the internet, and nothing is fetched from there before someone clicks. Take "autoplay" away, or put the file into static/video.`,
  'captions-broken': ({ file, reason }) =>
    reason === 'encoding'
      ? `The captions "${file}" are not written in UTF-8, so they are not shown. Save the file anew in UTF-8.`
      : `There are no captions in "${file}". It should begin with WEBVTT, and each caption with its times: 00:01.000 --> 00:04.000.`,
  'captions-faulty': ({ file, line, lost }) =>
    lost > 0
      ? `${captions(lost)} of "${file}" cannot be shown${line === null ? '' : `, the first at line ${line}`}. A caption begins with its times, the second later than the first: 00:01.000 --> 00:04.000.`
      : `The captions "${file}" do not follow WebVTT${line === null ? '' : ` at line ${line}`}, but all of them are shown. Begin the file with WEBVTT, and each caption with its times.`,
  'captions-remote': ({ address }) =>
    `Captions are shown with a video of the project only; "${address}" is played by its own player, which has its own. Take "captions" away, or put the video into static/video.`,
}
