/** Mistakes with pictures, videos, logos, themes: with files that a deck names. */
export type AssetProblem = { code: 'image-file-missing'; path: string }
