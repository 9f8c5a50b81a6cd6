declare module '#generated/line-breaks.js' {
  /** Chromium's line breaking: non-zero at each offset where a line may begin. `test/fit` compares it with Chromium. */
  export function getBlinkLineBreaks(text: string, keepAll: boolean, language: string | null): Uint8Array
}
