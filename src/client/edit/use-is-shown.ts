import { useEffect, useRef } from 'preact/hooks'

/** Tells later whether the control is still on the page. */
export function useIsShown(): { readonly current: boolean } {
  const isShown = useRef(true)
  useEffect(
    () => () => {
      isShown.current = false
    },
    [],
  )
  return isShown
}
