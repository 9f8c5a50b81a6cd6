/**
 * What a link to a page of another part of a PDF leads to, before the parts are joined: Chromium drops a link to nothing.
 * The name of the page follows.
 */
export const otherPart = 'https://other-part.invalid/#'
